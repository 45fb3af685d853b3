class Editor:
    """A line editor with undo and redo."""

    def __init__(self, text=""):
        self.lines = text.split("\n") if text else []
        self.undo_stack = []
        self.redo_stack = []

    def _save(self):
        self.undo_stack.append(self.lines)
        self.redo_stack = []

    def append(self, line):
        self._save()
        self.lines.append(line)

    def insert(self, number, line):
        """Insert the line before line `number` (counted from 1)."""
        self._save()
        self.lines.insert(number - 1, line)

    def delete(self, number):
        if number < 1 or number > len(self.lines):
            return False
        self._save()
        del self.lines[number - 1]
        return True

    def undo(self):
        if not self.undo_stack:
            return False
        self.redo_stack.append(self.lines)
        self.lines = self.undo_stack.pop()
        return True

    def redo(self):
        if not self.redo_stack:
            return False
        self.undo_stack.append(self.lines)
        self.lines = self.redo_stack.pop()

    def text(self):
        return "\n".join(self.lines)
