def film_end(start, minutes):
    h = int(start[:2])
    m = int(start[3:])
    brk = 0
    if minutes > 119:
        brk = 15
    whole = minutes + brk
    h = h + whole // 60
    m = m + whole % 60
    if m > 59:
        m = m - 60
    plus = ""
    if h > 23:
        plus = " (+1)"
        h = h % 24
    sh = str(h)
    sm = str(m)
    if len(sh) == 1:
        sh = "0" + sh
    if len(sm) == 1:
        sm = "0" + sm
    return sh + ":" + sm + plus
