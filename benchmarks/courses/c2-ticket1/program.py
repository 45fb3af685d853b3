def valid_ticket(code):
    if len(code) < 8:
        return False
    part1 = (code[0] + code[1]).upper()
    part2 = code[2:]
    for x in part1:
        if x not in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            return False
    for x in part2:
        if x not in "0123456789":
            return False
    total = 0
    i = 0
    while i < 5:
        total = total + int(part2[i])
        i = i + 1
    return total % 10 == int(part2[5])
