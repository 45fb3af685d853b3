def gift_circle(gives_to, start):
    """How many people are in the circle of gifts that begins with start?"""
    count = 1
    person = gives_to[start]
    while person != start:
        count = count + 1
        person = gives_to[start]
    return count
