def longest_wait(times):
    """Return the longest wait between two flights that follow each other.

    >>> longest_wait([1, 5, 7])
    4
    >>> longest_wait([2, 3])
    1
    """
    longest = 0
    for i in range(1, len(times)):
        wait = times[i] - times[i - 1]
        longest = wait
    return longest
