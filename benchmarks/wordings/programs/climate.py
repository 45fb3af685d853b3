def to_celsius(fahrenheit):
    """Turn Fahrenheit into Celsius, rounded to a whole number.

    >>> to_celsius(50)
    10
    >>> to_celsius(212)
    100
    """
    result = fahrenheit - 32 * 5 / 9
    return round(result)


def hot_days(week):
    """Count the days with at least 30 degrees Celsius; the week is in Fahrenheit.

    >>> hot_days([86, 50, 95])
    2
    """
    hot = 0
    for day in week:
        celsius = to_celsius(day)
        if celsius >= 30:
            hot = hot + 1
    return hot
