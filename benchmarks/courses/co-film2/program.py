def film_end(start, minutes):
    h, m = start.split(":")
    h = int(h)
    m = int(m)
    if minutes > 120:
        minutes = minutes + 15
    m = m + minutes
    while m > 60:
        m = m - 60
        h = h + 1
    if h > 23:
        h = h - 24
        return "%02d:%02d (+1)" % (h, m)
    else:
        return "%02d:%02d" % (h, m)
