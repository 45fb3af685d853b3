def film_end(start, minutes):
    h = int(start.split(":")[0])
    m = int(start.split(":")[1])
    if minutes > 120: minutes = minutes + 15
    add_h = minutes // 60
    add_m = minutes % 60
    h = h + add_h
    m = m + add_m
    if m >= 60:
        m = m - 60
        h = h + 1
    tomorrow = False
    if h > 24:
        h = h - 24
        tomorrow = True
    answer = f"{h:02d}:{m:02d}"
    if tomorrow == True:
        answer = answer + " (+1)"
    return answer
