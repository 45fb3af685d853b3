class Line:
    def __init__(self):
        self.words = []
        self.letters = 0

    def fits(self, word, width):
        return self.letters + len(self.words) + len(word) <= width

    def add(self, word):
        self.words.append(word)
        self.letters += len(word)

    def plain(self):
        return ' '.join(self.words)

    def full(self, width):
        gaps = len(self.words) - 1
        if gaps == 0:
            return self.plain()
        base = (width - self.letters) // gaps
        extra = (width - self.letters) % gaps
        text = ''
        for i in range(gaps):
            blanks = base + 1 if i < extra else 0
            text += self.words[i] + ' ' * blanks
        return text + self.words[-1]


def justify(text, width):
    lines = []
    for word in text.split():
        if lines == [] or not lines[-1].fits(word, width):
            lines.append(Line())
        lines[-1].add(word)
    result = [line.full(width) for line in lines[:-1]]
    if lines:
        result.append(lines[-1].plain())
    return result
