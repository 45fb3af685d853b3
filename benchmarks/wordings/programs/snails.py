def days(height, up, down):
    """Return after how many days a snail is over a wall: by day it climbs up, by night it slides down.

    >>> days(5, 3, 1)
    2
    >>> days(3, 3, 1)
    1
    """
    place = 0
    day = 0
    while place < height:
        day += 1
        place += up
        place -= down
    return day
