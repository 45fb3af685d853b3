def totals_by_person(lines):
    """Add up the amounts for each person in lines 'name,amount'.

    Names are compared without regard to case or blanks around them;
    empty lines are skipped.

    >>> totals_by_person(["Ann,3", "bob, 4", " ann ,5"])
    {'ann': 8, 'bob': 4}
    """
    totals = {}
    for line in lines:
        if not line.strip():
            continue
        name, amount = line.split(",")
        name = name.lower()
        totals[name] = totals.get(name, 0) + int(amount)
    return totals
