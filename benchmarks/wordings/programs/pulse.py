def longest_run(beats):
    """Return the length of the longest run of equal letters.

    >>> longest_run("aabbbc")
    3
    >>> longest_run("abbb")
    3
    """
    best = 0
    run = 0
    before = ""
    for beat in beats:
        if beat == before:
            run += 1
        else:
            run = 1
            best = max(best, run)
        before = beat
    return best
