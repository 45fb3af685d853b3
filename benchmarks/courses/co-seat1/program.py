# Exercise 1 - free seats in the cinema
def first_free(seats, n):
    counter = 0
    start = 0
    found = False
    position = -1
    i = 0
    while i < len(seats) and found == False:
        if seats[i] == ".":
            if counter == 0:
                start = i
            counter = counter + 1
        else:
            start = i + 1
        if counter == n:
            found = True
            position = start
        i = i + 1
    return position
