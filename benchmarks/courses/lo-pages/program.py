def pages_with(items, size, wanted):
    page = 0
    result = []
    while page * size < len(items):
        part = items[page * size:(page + 1) * size]
        if wanted in part:
            result.append(page + 1)
            page += 1
    return result
