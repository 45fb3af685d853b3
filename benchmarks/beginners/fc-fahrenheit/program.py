def to_fahrenheit(c):
    return c * 9 / 5 + 32


def temperature_table(start, stop, step):
    # stop belongs to the table
    rows = []
    for c in range(start, stop, step):
        f = to_fahrenheit(c)
        rows.append((c, f))
    return rows
