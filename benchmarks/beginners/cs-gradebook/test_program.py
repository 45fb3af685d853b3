from program import GradeBook, Student


def test_average():
    s = Student("x")
    s.add(4)
    s.add(8)
    assert s.average() == 6


def test_drop():
    s = Student("x")
    s.add(4)
    s.add(8)
    s.add(6)
    assert s.drop_lowest() == 7


def test_drop_keeps():
    s = Student("x")
    s.add(9)
    s.add(2)
    s.drop_lowest()
    assert s.grades == [9, 2]


def test_best():
    g = GradeBook()
    g.record("a", 70)
    g.record("b", 90)
    assert g.best() == "b"


def test_passed():
    g = GradeBook()
    g.record("b", 70)
    g.record("a", 50)
    g.record("c", 9)
    assert g.passed() == ["a", "b"]


def test_none():
    assert GradeBook().best() is None
