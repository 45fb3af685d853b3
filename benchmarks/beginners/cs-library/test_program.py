from program import Library


def test_add():
    b = Library()
    b.add("x", 2)
    assert b.available("x") == 2


def test_borrow():
    b = Library()
    b.add("x")
    assert b.borrow("al", "x")
    assert b.available("x") == 0


def test_give_back():
    b = Library()
    b.add("x")
    b.borrow("al", "x")
    assert b.return_book("al", "x")
    assert b.available("x") == 1


def test_limit():
    b = Library()
    b.add("x", 9)
    assert [b.borrow("al", "x") for _ in range(4)] == [True, True, True, False]


def test_queue():
    b = Library()
    b.add("x")
    b.borrow("a", "x")
    b.borrow("b", "x")
    b.borrow("c", "x")
    b.return_book("a", "x")
    assert b.books_of("b") == ["x"]


def test_not_lent():
    assert Library().return_book("al", "x") is False
