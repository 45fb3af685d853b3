prices = {"pear": 2, "plum": 3}
for fruit, price in prices.items():
    print(fruit, price)
