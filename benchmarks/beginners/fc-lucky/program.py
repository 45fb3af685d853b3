def count_lucky(tickets):
    lucky = 0
    for t in tickets:
        digits = str(t)
        sevens = 0
        for d in digits:
            if d == 7:
                sevens = sevens + 1
        if sevens >= 2:
            lucky = lucky + 1
    return lucky
