def has_friends(name, pairs):
    for a, b in pairs:
        if name == a or name == b:
            return True
    return False


def friends_of(name, pairs):
    friends = []
    for a, b in pairs:
        if a == name:
            friends.append(b)
        elif b == name:
            friends.append(a)
    return friends.sort()
