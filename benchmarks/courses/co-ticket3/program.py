def valid_ticket(code):
    letters = code[:2]
    numbers = code[2:]
    if len(letters) != 2 or len(numbers) != 6:
        return False
    if not letters.isupper():
        return False
    if not numbers.isdigit():
        return False
    sum = 0
    for n in numbers[:5]:
        sum += int(n)
    if str(sum % 10) == numbers[5]:
        return True
    return False
