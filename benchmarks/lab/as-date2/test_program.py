from program import add_days


def test_same_month():
    assert add_days("03.05.2023", 10) == "13.05.2023"


def test_zero():
    assert add_days("17.11.2022", 0) == "17.11.2022"


def test_end_of_month():
    assert add_days("25.01.2023", 10) == "04.02.2023"


def test_short_month():
    assert add_days("28.04.2023", 5) == "03.05.2023"


def test_february():
    assert add_days("27.02.2023", 3) == "02.03.2023"
    assert add_days("28.02.1900", 1) == "01.03.1900"


def test_end_of_year():
    assert add_days("30.12.2022", 5) == "04.01.2023"


def test_leap_year_and_other_year():
    assert add_days("28.02.2024", 1) == "29.02.2024"
    assert add_days("28.02.2023", 1) == "01.03.2023"
