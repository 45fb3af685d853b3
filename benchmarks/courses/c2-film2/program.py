def two_digits(number):
    text = str(number)
    if number < 10:
        text = text + "0"
    return text

def film_end(start, minutes):
    a, b = start.split(":")
    begin = int(a) * 60 + int(b)
    length = minutes
    if minutes > 120:
        length = length + 15
    end = begin + minutes
    if end >= 1440:
        return two_digits((end - 1440) // 60) + ":" + two_digits(end % 60) + " (+1)"
    return two_digits(end // 60) + ":" + two_digits(end % 60)
