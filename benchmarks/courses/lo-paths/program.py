def count_ways(row, col):
    # ways from (row, col) to (0, 0), only up and left
    if row == 0 and col == 0:
        return 1
    up = count_ways(row - 1, col)
    left = count_ways(row, col - 1)
    return up + left
