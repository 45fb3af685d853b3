import random

number = random.randint(1, 6)
print(number)
print(random.randint(1, 6))
