import string

def check_sum(digits):
    summe = 0
    for k in range(5):
        summe += int(digits[k])
    pruef = int(digits[5])
    #print(summe, pruef)
    return summe == pruef

def valid_ticket(code):
    if len(code)!=8: return False
    for k in range(len(code)):
        if k==0 or k==1:
            if code[k] not in string.ascii_uppercase: return False
        else:
            if code[k] not in string.digits: return False
    return check_sum(code[2:])
