class TicTacToe:
    def __init__(self):
        self.board = [[" "] * 3 for _ in range(3)]
        self.player = "X"

    def move(self, row, col):
        if self.board[row][col] != " " or self.winner() is not None:
            self._next()
            return False
        self.board[row][col] = self.player
        self._next()
        return True

    def _next(self):
        if self.player == "X":
            self.player = "O"
        else:
            self.player = "X"

    def lines(self):
        result = []
        for r in range(3):
            result.append([self.board[r][c] for c in range(3)])
        for c in range(3):
            result.append([self.board[c][r] for r in range(3)])
        result.append([self.board[i][i] for i in range(3)])
        result.append([self.board[i][2 - i] for i in range(3)])
        return result

    def winner(self):
        for line in self.lines():
            if line[0] != " " and line[0] == line[1] == line[2]:
                return line[0]
        return None

    def is_draw(self):
        if self.winner():
            return False
        for row in self.board:
            if " " in row:
                return False
        return True

    def show(self):
        return "\n".join("|".join(row) for row in self.board)


def play(moves):
    game = TicTacToe()
    for r, c in moves:
        game.move(r, c)
    return game
