def share(total, people):
    return total / people


total = 12
people = 4
print(share(total, people))
