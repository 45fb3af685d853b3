command = input()
if command == "quit":
    print("bye")
