def is_leap(year):
    if year % 4 == 0 or year % 100 != 0 and year % 400 == 0:
        return True
    else:
        return False

def days_in_month(month, year):
    if month in [4, 6, 9, 11]:
        return 30
    if month == 2:
        if is_leap(year):
            return 29
        return 28
    return 31
