numbers = [2, 4, 5]
kept = []
for number in numbers:
    if number % 2 != 0:
        kept.append(number)
print(kept)
