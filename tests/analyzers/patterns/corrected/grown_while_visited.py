numbers = [1, 2]
for number in list(numbers):
    numbers.append(number * 10)
print(numbers)
