def in_month(people, month):
    """Return the names of those who were born in a month, in the order of the list.

    >>> in_month({"Ben": 5, "Cleo": 7, "Dora": 5}, 5)
    ['Ben', 'Dora']
    >>> in_month({"Ben": 5}, 6)
    []
    """
    names = []
    for name in people:
        if people[name] is month:
            names = names.append(name)
    return names or []
