def ticks(tempo, top):
    """The tempos that a metronome goes through, six more each time, until it is past the top.

    >>> ticks(60, 75)
    [60, 66, 72]
    >>> ticks(90, 80)
    []
    """
    heard = []
    while tempo <= top:
        heard.append(tempo)
        faster = tempo + 6
    return heard
