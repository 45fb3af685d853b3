def size(pages):
    if pages > 500:
        kind = "thick"
    elif pages > 100:
        kind = "medium"
    else:
        kind = "thin"
    return kind
