from program import classify


def test_empty():
    assert classify([]) == {"child": 0, "adult": 0, "senior": 0}


def test_adult():
    assert classify([18])["adult"] == 1


def test_mix():
    assert classify([3, 70, 65]) == {"child": 1, "adult": 0, "senior": 2}
