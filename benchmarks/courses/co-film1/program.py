def film_end(start, minutes):
    parts = start.split(":")
    hours = int(parts[0])
    mins = int(parts[1])
    pause = 0
    if minutes >= 120:
        pause = 15
    total = hours * 60 + mins + minutes + pause
    next_day = ""
    if total >= 24 * 60:
        total = total - 24 * 60
        next_day = " (+1)"
    h = str(total // 60)
    m = str(total % 60)
    if len(h) < 2:
        h = "0" + h
    if len(m) < 2:
        m = "0" + m
    return h + ":" + m + next_day
