def is_new(name, names):
    return name not in names
