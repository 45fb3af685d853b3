def students_in(students, class):
    names = []
    for s in students:
        if s["class"] == class:
            names.append(s["name"])
    names.sort()
    return names
