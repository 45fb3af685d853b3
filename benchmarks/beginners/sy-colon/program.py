def ticket_price(age, student):
    if age < 6:
        price = 0
    elif age < 18 or student:
        price = 5
    else
        price = 9
    return price
