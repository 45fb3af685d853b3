def most_meetings(meetings):
    """Largest set of (start, end) meetings that do not overlap, greedy by end."""
    ordered = sorted(meetings, key=lambda m: m[0])
    chosen = []
    free_from = None
    for start, end in ordered:
        if free_from is None or start >= free_from:
            chosen.append((start, end))
            free_from = end
    return chosen
