def valid_ticket(code):
    ok1 = False
    ok2 = False
    ok3 = False
    if len(code) == 8:
        ok1 = True
        if code[2:].isdigit():
            ok2 = True
            quersumme = 0
            for pos in range(2, 6):
                quersumme = quersumme + int(code[pos])
            if quersumme % 10 == int(code[-1]):
                ok3 = True
        for pos in range(2):
            if code[pos] < "A" and code[pos] > "Z":
                ok1 = False
    if ok1 and ok2 and ok3:
        return True
    return False
