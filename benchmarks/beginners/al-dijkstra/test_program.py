from program import dijkstra


def test_single():
    assert dijkstra({}, 1) == {1: 0}


def test_edge():
    assert dijkstra({1: [(2, 7)]}, 1) == {1: 0, 2: 7}


def test_chain():
    assert dijkstra({1: [(2, 7)], 2: [(3, 2)]}, 1) == {1: 0, 2: 7, 3: 9}


def test_better_way():
    assert dijkstra({1: [(2, 10), (3, 1)], 3: [(2, 4)], 2: [(4, 1)]}, 1) == {1: 0, 2: 5, 3: 1, 4: 6}
