def reachable(rooms, start):
    """All rooms that can be reached; rooms maps a room to its doors."""
    seen = set()

    def visit(room):
        if room in seen:
            return
        for other in rooms.get(room, []):
            visit(other)
        seen.add(room)

    visit(start)
    return sorted(seen)
