from program import Editor


def test_append():
    e = Editor("a")
    e.append("b")
    assert e.text() == "a\nb"


def test_insert():
    e = Editor("a\nc")
    e.insert(2, "b")
    assert e.text() == "a\nb\nc"


def test_delete():
    e = Editor("a\nb")
    assert e.delete(1)
    assert e.text() == "b"


def test_nothing():
    assert Editor("a").undo() is False


def test_undo():
    e = Editor("a")
    e.append("b")
    e.undo()
    assert e.text() == "a"


def test_redo():
    e = Editor("a")
    e.append("b")
    e.undo()
    e.redo()
    assert e.text() == "a\nb"


def test_redo_answer():
    e = Editor("a")
    e.append("b")
    e.undo()
    assert e.redo() is True
