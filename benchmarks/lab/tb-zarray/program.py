def z_array(text):
    """z[i] is the length of the longest part from i on that the text begins with; z[0] is 0."""
    n = len(text)
    z = [0] * n
    left = right = 0
    for i in range(1, n):
        if i < right:
            z[i] = z[i - left]
        while i + z[i] < n and text[z[i]] == text[i + z[i]]:
            z[i] += 1
        if i + z[i] > right:
            left, right = i, i + z[i]
    return z


def positions(text, pattern):
    z = z_array(pattern + "$" + text)
    m = len(pattern)
    return [i for i in range(len(text) - m + 1) if z[i + m + 1] == m]
