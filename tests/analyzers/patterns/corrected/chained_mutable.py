small = []
large = []
for number in [1, 50]:
    if number < 10:
        small.append(number)
    else:
        large.append(number)
print(small)
