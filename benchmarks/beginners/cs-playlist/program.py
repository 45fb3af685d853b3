class Song:
    def __init__(self, title, seconds):
        self.title = title
        self.seconds = seconds

    def length(self):
        minutes = self.seconds // 60
        rest = self.seconds % 60
        return f"{minutes}:{rest:02d}"


class Playlist:
    def __init__(self, name):
        self.name = name
        self.songs = []
        self.position = 0
        self.repeat = False

    def add(self, title, seconds):
        self.songs.append(Song(title, seconds))

    def current(self):
        if self.position < len(self.songs):
            return self.songs[self.position].title
        return None

    def next(self):
        self.position += 1
        if self.position >= len(self.songs) and self.repeat:
            position = 0
        return self.current()

    def move(self, old, new):
        """Move the song at index old to index new."""
        song = self.songs.pop(old)
        self.songs.insert(song, new)

    def total(self):
        return sum(s.seconds for s in self.songs)

    def titles(self):
        return [s.title for s in self.songs]


def from_text(name, text):
    p = Playlist(name)
    for line in text.splitlines():
        title, time = line.rsplit(" ", 1)
        m, s = time.split(":")
        p.add(title, int(m) * 60 + int(s))
    return p
