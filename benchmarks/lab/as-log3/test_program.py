from program import log_report


def test_nothing():
    assert log_report([], "00:00") == []


def test_one():
    assert log_report(["08:15 ERROR disk full"], "00:00") == [("ERROR", 1)]


def test_comments():
    lines = ["# start", "08:15 INFO up now", "", "08:20 INFO still fine", "# end"]
    assert log_report(lines, "08:00") == [("INFO", 2)]


def test_since():
    lines = ["08:45 INFO user in", "09:10 INFO user out", "10:05 ERROR no network"]
    assert log_report(lines, "08:50") == [("ERROR", 1), ("INFO", 1)]


def test_since_is_included():
    assert log_report(["08:30 INFO on time", "08:29 ERROR too early"], "08:30") == [("INFO", 1)]


def test_small_letters():
    assert log_report(["08:00 error one", "08:01 Error two", "08:02 ERROR three"], "08:00") == [("ERROR", 3)]


def test_order():
    lines = [
        "07:00 INFO a",
        "07:01 INFO b",
        "07:02 WARNING c",
        "07:03 ERROR d",
        "07:04 ERROR e",
        "07:05 ERROR f",
    ]
    assert log_report(lines, "07:00") == [("ERROR", 3), ("INFO", 2), ("WARNING", 1)]
