def first_free(seats, n):
    blocks = seats.split("X")
    place = 0
    for b in blocks :
        l = len(b)
        if l >= n :
            return place
        place = place + l
    return -1
