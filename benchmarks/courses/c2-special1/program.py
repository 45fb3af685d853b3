def ist_prim(z):
    if z < 2:
        return True
    teiler = 2
    while teiler < z:
        if z % teiler == 0:
            return False
        teiler = teiler + 1
    return True

def quersumme(z):
    q = 0
    while z > 0:
        q = z % 10
        z = z // 10
    return q

def count_special(low, high):
    liste = []
    for z in range(low, high + 1):
        if ist_prim(z):
            if ist_prim(quersumme(z)):
                liste.append(z)
    return len(liste)
