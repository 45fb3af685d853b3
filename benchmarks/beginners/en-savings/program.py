def years_to_goal(start, goal, rate):
    """How many years until start grows to goal at rate percent?"""
    money = start
    years = 0
    while money != goal:
        money += money * rate / 100
        years += 1
    return years


def compare(start, goal, rates):
    result = {}
    for rate in rates:
        result[rate] = years_to_goal(start, goal, rate)
    return result
