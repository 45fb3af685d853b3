def feedback(secret, guess):
    s = secret.upper()
    g = guess.upper()
    used = [False for x in s]
    marks = ['-' for x in g]
    for i in range(len(g)):
        if s[i] == g[i]:
            marks[i] = 'G'
            used[i] = True
    for i in range(len(g)):
        if marks[i] == '-':
            for j in range(len(s)):
                if not used[j] and s[j] == g[i]:
                    marks[i] = 'Y'
                    used[j] = True
    text = ''
    for m in marks:
        text = text + m
    return text
