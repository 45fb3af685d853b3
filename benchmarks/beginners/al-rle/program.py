def encode(text):
    if text == "":
        return ""
    out = []
    current = text[0]
    run = 1
    for ch in text[1:]:
        if ch == current:
            run += 1
        else:
            out.append(current + str(run))
            current = ch
            run = 1
    return "".join(out)
