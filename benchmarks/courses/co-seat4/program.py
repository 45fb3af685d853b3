def first_free(seats, n):
    answer = -1
    for x in range(len(seats)):
        free = 0
        y = x
        while y < len(seats) and seats[y] == '.':
            free += 1
            y += 1
        print("seat", x, "free", free)
        if free >= n:
            answer = x
    return answer
