def ring(hour, minutes):
    """Return the hour at which an alarm rings some minutes later, on a clock of 24 hours.

    >>> ring(22, 180)
    1
    >>> ring(5, 60)
    6
    """
    later = hour + minutes // 60
    if later > 24:
        later = later - 24
        return later
