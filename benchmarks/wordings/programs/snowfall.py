def days_until(snow, wanted):
    """Return after how many days of snow the wanted height is reached, or -1 if it never is.

    >>> days_until([5, 3, 4], 8)
    2
    >>> days_until([1, 1], 9)
    -1
    """
    height = 0
    day = 0
    while height < wanted:
        if day == len(snow):
            return -1
        if snow[day] > 3:
            height += snow[day]
        day += 1
    return day
