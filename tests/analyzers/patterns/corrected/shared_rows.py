board = [[0] * 2 for _ in range(3)]
board[0][0] = 1
print(board)
