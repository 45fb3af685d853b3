def cost(pages, colour):
    """What a print costs in cents: 5 a page, 20 in colour, and less from page 11 on, where a page is 2 cheaper.

    >>> cost(3, False)
    15
    >>> cost(12, False)
    56
    >>> cost(2, True)
    40
    """
    price = page_price(pages, colour)
    total = 0
    for page in range(1, pages + 1):
        if page > 10:
            price = price - 2
        total = total + price
    return total


def page_price(pages, colour):
    if colour:
        return 20
    return 5
