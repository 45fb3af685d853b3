LENGTHS = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


class Date:
    def __init__(self, text):
        parts = text.split('.')
        self.day = int(parts[0])
        self.month = int(parts[1])
        self.year = parts[2]

    def is_leap(self):
        if self.year % 100 == 0:
            return self.year % 400 == 0
        return self.year % 4 == 0

    def month_length(self):
        if self.month == 2 and self.is_leap():
            return 29
        return LENGTHS[self.month]

    def tomorrow(self):
        self.day += 1
        if self.day > self.month_length():
            self.day = 1
            self.month += 1
        if self.month == 13:
            self.month = 1
            self.year += 1

    def __str__(self):
        return f'{self.day:02}.{self.month:02}.{self.year}'


def add_days(date, n):
    d = Date(date)
    for _ in range(n):
        d.tomorrow()
    return str(d)
