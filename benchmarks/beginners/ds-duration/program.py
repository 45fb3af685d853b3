def parse_duration(text):
    """Return the seconds meant by a text such as '1h30m' or '45s'.

    Units are h, m and s. Text without a unit at its end is wrong and
    raises ValueError.

    >>> parse_duration("1h30m")
    5400
    """
    seconds = {"h": 3600, "m": 60, "s": 1}
    total = 0
    number = ""
    for ch in text:
        if ch.isdigit():
            number += ch
        elif ch in seconds and number:
            total += int(number) * seconds[ch]
        else:
            raise ValueError("bad duration: " + text)
    if number:
        raise ValueError("no unit: " + text)
    return total
