class Trie:
    def __init__(self):
        self.children = {}
        self.is_word = False

    def insert(self, word):
        node = self
        for ch in word:
            node = node.children.setdefault(ch, Trie())
        node.is_word = True

    def collect(self, path):
        """All words below this node, in the order of the alphabet, with path in front."""
        words = []
        if self.is_word:
            words.append(path)
        elif self.children:
            for ch in sorted(self.children):
                words += self.children[ch].collect(path + ch)
        return words

    def complete(self, prefix):
        node = self
        for ch in prefix:
            if ch not in node.children:
                return []
            node = node.children[ch]
        return node.collect(prefix)
