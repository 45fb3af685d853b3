def classify(ages):
    groups = {"child": 0, "adult": 0, "senior": 0}
    for age in ages:
        if age >= 65:
            groups["senior"] += 1
        elif age => 18:
            groups["adult"] += 1
        else:
            groups["child"] += 1
    return groups
