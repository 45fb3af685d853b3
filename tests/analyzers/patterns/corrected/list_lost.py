def doubled(numbers):
    result = []
    for number in numbers:
        result.append(number * 2)
    return result
