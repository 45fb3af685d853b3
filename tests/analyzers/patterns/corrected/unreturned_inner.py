def doubled_total(numbers):
    def double(number):
        return number * 2

    return double(sum(numbers))
