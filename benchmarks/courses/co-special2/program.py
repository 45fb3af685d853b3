def prime(n):
    if n < 2:
        return False
    d = 2
    while d * d < n:
        if n % d == 0:
            return False
        d += 1
    return True

def count_special(low, high):
    found = []
    x = low
    while x <= high:
        quer = sum([int(z) for z in str(x)])
        if prime(x) and prime(quer):
            found.append(x)
        x += 1
    #print(found)
    return len(found)
