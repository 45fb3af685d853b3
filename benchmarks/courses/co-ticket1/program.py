def valid_ticket(code):
    valid = True
    if len(code) != 8:
        return False
    i = 0
    while i < 8:
        c = code[i]
        if i < 2:
            if c < "A" or c > "Z":
                valid = False
        else:
            if c not in "0123456789":
                valid = False
            else:
                valid = True
        i = i + 1
    if valid == False:
        return False
    s = 0
    for c in code[2:7]:
        s = s + int(c)
    return s % 10 == int(code[7])
