from program import is_leap, days_in_month


def test_ordinary():
    assert is_leap(2024) is True


def test_odd():
    assert is_leap(2023) is False


def test_century():
    assert is_leap(1900) is False


def test_four_hundred():
    assert is_leap(2000) is True


def test_feb():
    assert days_in_month(2, 1800) == 28


def test_june():
    assert days_in_month(6, 2021) == 30
