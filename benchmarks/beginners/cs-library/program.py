class Library:
    LIMIT = 3

    def __init__(self):
        self.shelf = {}
        self.lent = {}
        self.waiting = {}

    def add(self, title, copies=1):
        self.shelf[title] = self.shelf.get(title, 0) + copies

    def available(self, title):
        return self.shelf.get(title, 0)

    def borrow(self, reader, title):
        """Lend a copy; False if none is left or the reader has too many."""
        books = self.lent.setdefault(reader, [])
        if len(books) > self.LIMIT:
            return False
        if self.available(title) == 0:
            self.waiting.setdefault(title, []).append(reader)
            return False
        self.shelf[title] -= 1
        books.append(title)
        return True

    def return_book(self, reader, title):
        books = self.lent.get(reader, [])
        if title not in books:
            return False
        books.remove(title)
        self.shelf[title] += 1
        queue = self.waiting.get(title, [])
        if queue:
            self.borrow(queue.pop(), title)
        return True

    def books_of(self, reader):
        return sorted(self.lent.get(reader, []))
