def is_free(seats, start, n):
    count = 0
    for k in range(start, start + n):
        if seats[k] == ".":
            count += 1
    if count == n:
        return True
    else:
        return False

def first_free(seats, n):
    place = 0
    while place < len(seats) - n:
        if is_free(seats, place, n):
            return place
        place += 1
    return False
