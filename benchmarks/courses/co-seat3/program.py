def first_free(seats, n):
    for i in range(len(seats)):
        ok = True
        for j in range(n):
            if i + j >= len(seats):
                ok = False
            elif seats[i + j] != ".":
                ok = False
            else:
                ok = True
        if ok == True:
            return i
    return -1
