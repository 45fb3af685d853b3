BASE = 256
MOD = 1000003


def rabin_karp(text, pattern):
    """Returns all positions at which pattern starts in text."""
    n, m = len(text), len(pattern)
    if m == 0 or m > n:
        return []
    high = pow(BASE, m, MOD)
    p_hash = 0
    t_hash = 0
    for i in range(m):
        p_hash = (p_hash * BASE + ord(pattern[i])) % MOD
        t_hash = (t_hash * BASE + ord(text[i])) % MOD
    hits = []
    for i in range(n - m + 1):
        if p_hash == t_hash and text[i:i + m] == pattern:
            hits.append(i)
        if i < n - m:
            t_hash = (t_hash - ord(text[i]) * high) % MOD
            t_hash = (t_hash * BASE + ord(text[i + m])) % MOD
    return hits
