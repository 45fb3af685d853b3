def number_of(book, name):
    """Return the phone number of a person, or "unknown" if the person is not in the book."""
    for person in book:
        if person == name:
            return book[name]
    return book[person]
