def border_sum(matrix):
    if matrix == []:
        return 0
    n = len(matrix)
    if n == 1:
        return sum(matrix[0])
    top = sum(matrix[0])
    bottom = sum(matrix[n-1])
    left = 0
    right = 0
    for i in range(0, n-1):
        left = left + matrix[i][0]
        if len(matrix[i]) > 1:
            right = right + matrix[i][-1]
    return top + bottom + left + right
