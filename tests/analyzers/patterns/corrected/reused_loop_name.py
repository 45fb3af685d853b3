def grid(size):
    for i in range(size):
        for j in range(3):
            print("cell", j)
        print("end of row", i)
