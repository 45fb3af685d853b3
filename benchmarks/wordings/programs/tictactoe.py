def winner(board):
    """Who has three in a row, across, down or from the upper left; "" for nobody.

    >>> winner([["x", "x", "x"], ["o", "o", ""], ["", "", ""]])
    'x'
    >>> winner([["o", "x", "x"], ["", "o", "x"], ["", "", "o"]])
    'o'
    >>> winner([["x", "o", ""], ["x", "o", ""], ["x", "", ""]])
    'x'
    """
    for row in board:
        if row[0] != "" and row[0] == row[1] == row[2]:
            return row[0]
    for c in range(3):
        if board[0][c] != "" and board[0][c] == board[1][c] == board[1][c]:
            return board[0][c]
    if board[0][0] != "" and board[0][0] == board[1][1] == board[2][2]:
        return board[0][0]
    return ""
