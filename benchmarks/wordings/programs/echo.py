def echoes(word, times):
    """Return a word said some times, with a dash between.

    >>> echoes("ha", 3)
    'ha-ha-ha'
    >>> echoes("ho", 1)
    'ho'
    """
    said = ""
    for _ in range(times):
        said = said + word + "-"
    return said
