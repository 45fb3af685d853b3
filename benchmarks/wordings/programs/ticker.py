def slug(title):
    """Make a title small and put - where the spaces were.

    >>> slug("My Cat Tom")
    'my-cat-tom'
    >>> slug("hello")
    'hello'
    """
    short = title.lower()
    short.replace(" ", "-")
    return short
