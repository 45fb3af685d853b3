def reduce_fraction(z, n):
    teiler = 1
    while teiler <= z and teiler <= n:
        if z % teiler == 0 and n % teiler == 0:
            z = z // teiler
            n = n // teiler
        else:
            teiler += 1
    return str(z) + "/" + str(n)
