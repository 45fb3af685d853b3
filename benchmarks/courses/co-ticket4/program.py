def valid_ticket(code):
    result = True
    if len(code) != 8:
        result = False
    else:
        for ch in code[0:2]:
            if not (ord(ch) >= ord('A') and ord(ch) <= ord('Z')):
                result = False
        for ch in code[2:8]:
            if not (ord(ch) >= 48 and ord(ch) <= 57):
                result = False
    if result:
        total = 0
        for ch in code[2:8]:
            total = total + (ord(ch) - 48)
        if total % 10 != int(code[7]):
            result = False
    return result
