def next_age():
    age = int(input("How old are you? "))
    return age + 1
