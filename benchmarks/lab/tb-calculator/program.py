class Calculator:
    """Evaluates texts such as '2*(3+4)-1' by recursive descent."""

    def __init__(self, text):
        self.text = text.replace(" ", "")
        self.pos = 0

    def peek(self):
        return self.text[self.pos] if self.pos < len(self.text) else ""

    def take(self):
        ch = self.peek()
        self.pos += 1
        return ch

    def expression(self):
        value = self.term()
        while self.peek() in ("+", "-"):
            if self.take() == "+":
                value += self.term()
            else:
                value -= self.expression()
        return value

    def term(self):
        value = self.factor()
        while self.peek() in ("*", "/"):
            if self.take() == "*":
                value *= self.factor()
            else:
                value //= self.factor()
        return value

    def factor(self):
        if self.peek() == "(":
            self.take()
            value = self.expression()
            self.take()
            return value
        digits = ""
        while self.peek().isdigit():
            digits += self.take()
        return int(digits)


def evaluate(text):
    return Calculator(text).expression()
