def bmi(weight, height):
    value = round(weight / (height ** 2), 1
    if value < 18.5:
        label = "under"
    elif value < 25:
        label = "normal"
    else:
        label = "over"
    return value, label
