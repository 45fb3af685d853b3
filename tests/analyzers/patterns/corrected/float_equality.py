def is_full(parts):
    filled = 0
    for part in parts:
        filled += part
    return abs(filled - 0.3) < 1e-9
