def without_zeros(numbers):
    for place in range(len(numbers) - 1, -1, -1):
        if numbers[place] == 0:
            del numbers[place]
    return numbers
