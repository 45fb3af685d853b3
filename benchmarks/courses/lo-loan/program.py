def months_to_pay(debt, yearly_percent, payment):
    months = 0
    while debt > 0:
        interest = debt * yearly_percent / 100
        debt = debt + interest
        debt = debt - payment
        #print(months, debt)
        months = months + 1
    return months
