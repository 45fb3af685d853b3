from program import Playlist, Song, from_text


def test_length():
    assert Song("x", 65).length() == "1:05"


def test_next():
    p = from_text("p", "a 1:00\nb 2:00")
    assert p.next() == "b"
    assert p.next() is None


def test_repeat():
    p = from_text("p", "a 1:00\nb 2:00")
    p.repeat = True
    p.next()
    assert p.next() == "a"


def test_move():
    p = from_text("p", "a 1:00\nb 2:00\nc 0:10")
    p.move(2, 0)
    assert p.titles() == ["c", "a", "b"]


def test_total():
    assert from_text("p", "a 1:00\nb c 2:05").total() == 185
