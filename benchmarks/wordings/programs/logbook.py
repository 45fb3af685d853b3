def minutes(text):
    """Return the minutes of all lines like 'piano 30' of a text; a line that starts with # does not count.

    >>> minutes("piano 30\\n# piano 10\\nviolin 20")
    50
    >>> minutes("flute 15")
    15
    """
    total = 0
    for line in text.split("\n"):
        if line.startswith("#"):
            break
        name, amount = line.split(" ")
        total += int(amount)
    return total
