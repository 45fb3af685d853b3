def first_free(seats,n):
    group="."*n
    last = len(seats) - n
    for i in range(0, last):
        part=seats[i:i+n]
        #print(i, part)
        if part==group:
            return i
    return -1
