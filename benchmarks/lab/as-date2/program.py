DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def month_days(year):
    days = DAYS
    if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        days[1] = 29
    return days


def add_days(date, n):
    day, month, year = [int(part) for part in date.split(".")]
    day += n
    while day > month_days(year)[month - 1]:
        day -= month_days(year)[month - 1]
        month += 1
        if month == 13:
            month = 1
            year += 1
    return "%02d.%02d.%d" % (day, month, year)
