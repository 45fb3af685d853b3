def blinks(pattern):
    """Return how often a light goes on; "#" is on and "." is off.

    >>> blinks("##..#")
    2
    >>> blinks("#.#")
    2
    >>> blinks("...")
    0
    """
    count = 0
    for i in range(1, len(pattern)):
        if pattern[i] == "#" and pattern[i - 1] == ".":
            count += 1
    return count
