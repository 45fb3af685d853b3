def ticket_price(age):
    """Return 5 for children under 12, 7 for people of 65 and older, and 10 for everybody else."""
    if age < 12:
        price = 5
    elif age > 65:
        price = 7
    else:
        price = 10
    return price
