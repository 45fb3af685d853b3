def majority(votes):
    """The value that makes up more than half of the votes, or None (Boyer and Moore)."""
    candidate = None
    count = 0
    for vote in votes:
        if count == 0:
            candidate = vote
            count = 0
        elif vote == candidate:
            count += 1
        else:
            count -= 1
    if votes.count(candidate) > len(votes) / 2:
        return candidate
    return None
