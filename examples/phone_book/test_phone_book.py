from phone_book import number_of


def test_known():
    assert number_of({"Ada": "12", "Bo": "34"}, "Bo") == "34"


def test_unknown():
    assert number_of({"Ada": "12"}, "Cy") == "unknown"


def test_empty_book():
    assert number_of({}, "Ada") == "unknown"
