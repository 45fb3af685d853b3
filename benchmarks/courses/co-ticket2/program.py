def valid_ticket(code):
    if len(code) == 8:
        letters = 0
        digits = 0
        for i in range(0, 2):
            if code[i].isalpha() and code[i].isupper():
                letters += 1
        for i in range(2, 8):
            if code[i].isdigit():
                digits += 1
        if letters == 2 and digits >= 5:
            total = int(code[2]) + int(code[3]) + int(code[4]) + int(code[5]) + int(code[6])
            if total % 10 == int(code[7]):
                return True
            else:
                return False
        else:
            return False
    else:
        return False
