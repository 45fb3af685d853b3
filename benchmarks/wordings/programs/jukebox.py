class Jukebox:
    """Every jukebox has a queue of its own.

    >>> bar = Jukebox()
    >>> bar.add("Waltz")
    1
    >>> cafe = Jukebox()
    >>> cafe.add("Tango")
    1
    """

    queue = []

    def add(self, song):
        self.queue.append(song)
        return len(self.queue)
