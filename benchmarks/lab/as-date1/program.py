def add_days(date, n):
    day = int(date[0:2])
    month = int(date[3:5])
    year = int(date[6:10])
    while n > 0:
        if month == 2:
            leap = False
            if year % 4 == 0:
                leap = True
            if year % 100 == 0:
                leap = False
            if year % 400 == 0:
                leap = True
            if leap:
                last = 29
            else:
                last = 28
        elif month == 4 or month == 6 or month == 9 or month == 11:
            last = 30
        else:
            last = 31
        day = day + 1
        if day > last:
            day = 1
            month = month + 1
            if month > 12:
                month = 1
            year = year + 1
        n = n - 1
    d = str(day)
    if len(d) < 2:
        d = "0" + d
    m = str(month)
    if len(m) < 2:
        m = "0" + m
    return d + "." + m + "." + str(year)
