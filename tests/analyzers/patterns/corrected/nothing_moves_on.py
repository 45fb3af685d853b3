def countdown(start):
    while start > 0:
        print(start)
        start -= 1
    return "lift-off"
