from program import shell_sort


def test_empty():
    assert shell_sort([]) == []


def test_pair():
    assert shell_sort([2, 1]) == [1, 2]


def test_six():
    assert shell_sort([6, 1, 5, 2, 4, 3]) == [1, 2, 3, 4, 5, 6]


def test_doubles():
    assert shell_sort([3, 9, 3, 1, 9, 0, 3]) == [0, 1, 3, 3, 3, 9, 9]


def test_long():
    assert shell_sort([(i * 7) % 23 for i in range(23)]) == list(range(23))
