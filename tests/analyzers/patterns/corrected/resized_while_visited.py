stock = {"pear": 0, "plum": 4}
for fruit in list(stock):
    if stock[fruit] == 0:
        del stock[fruit]
print(stock)
