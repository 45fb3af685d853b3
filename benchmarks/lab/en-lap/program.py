def steps_around(fields, step):
    """Throws of the same number until the piece stands on the start again."""
    if step % fields == 0:
        return 1
    place = step % fields
    count = 1
    while place != fields:
        place = (place + step) % fields
        count += 1
    return count
