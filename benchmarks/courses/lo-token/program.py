def tokens(text):
    result = []
    i = 0
    while i < len(text):
        c = text[i]
        if c == " ":
            i = i + 1
        elif c.isdigit():
            j = i
            while j < len(text) and text[j].isdigit():
                j = j + 1
            result.append(int(text[i:j]))
        else:
            result.append(c)
            i = i + 1
    return result
