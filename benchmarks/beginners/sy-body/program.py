def total_minutes(times):
    """times holds texts such as '1:20'."""
    total = 0
    for t in times:
    hours, minutes = t.split(":")
    total += int(hours) * 60 + int(minutes)
    return total
