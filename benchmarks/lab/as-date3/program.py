def days_in(month, year):
    if month == 2:
        if year % 400 == 0 or (year % 4 == 0 and year % 100 != 0):
            return 29
        return 28
    if month in (4, 6, 9, 11):
        return 30
    return 31


def go(day, month, year, n):
    if month == 13:
        return go(day, 1, year + 1, n)
    left = days_in(year, month) - day
    if n <= left:
        return day + n, month, year
    return go(1, month + 1, year, n - left - 1)


def add_days(date, n):
    d, m, y = date.split(".")
    d, m, y = go(int(d), int(m), int(y), n)
    return f"{d:02d}.{m:02d}.{y}"
