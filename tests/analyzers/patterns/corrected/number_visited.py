def show_all(names):
    for place in range(len(names)):
        print(place, names[place])
