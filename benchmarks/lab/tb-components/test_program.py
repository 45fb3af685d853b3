from program import components


def test_empty():
    assert components({}) == []


def test_single():
    assert components({1: []}) == [[1]]


def test_cycle():
    assert components({1: [2], 2: [3], 3: [1]}) == [[1, 2, 3]]


def test_chain():
    assert components({1: [2], 2: [3], 3: []}) == [[1], [2], [3]]


def test_cross_edge():
    assert components({1: [2, 3], 2: [], 3: [2]}) == [[1], [2], [3]]


def test_two_cycles():
    graph = {1: [2], 2: [1], 3: [4, 2], 4: [3]}
    assert components(graph) == [[1, 2], [3, 4]]
