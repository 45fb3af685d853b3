def refund(cans, bottles):
    """How many cents you get back: 25 for a can, 8 for a bottle.
    If there are more than 10 things, you get 50 on top.

    >>> refund(2, 3)
    74
    >>> refund(6, 5)
    240
    >>> refund(6, 4)
    182
    """
    things = cans + bottles
    money = cans * 25
    if things > 10:
        money = money + 50
        bonus = True
    else:
        bonus = False
        money = money + bottles * 8
    return money
