count = 1
count += 1
print(count)
