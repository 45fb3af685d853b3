from program import film_end


def test_simple():
    assert film_end("18:00", 90) == "19:30"


def test_with_break():
    assert film_end("18:00", 150) == "20:45"
    assert film_end("18:00", 121) == "20:16"


def test_no_break_at_120():
    assert film_end("10:00", 120) == "12:00"


def test_padded_hour():
    assert film_end("08:15", 45) == "09:00"
    assert film_end("07:20", 95) == "08:55"


def test_past_midnight():
    assert film_end("23:30", 70) == "00:40 (+1)"


def test_at_midnight():
    assert film_end("22:30", 90) == "00:00 (+1)"


def test_start_minutes():
    assert film_end("19:45", 100) == "21:25"
    assert film_end("10:17", 30) == "10:47"


def test_padded_minute():
    assert film_end("20:58", 65) == "22:03"
