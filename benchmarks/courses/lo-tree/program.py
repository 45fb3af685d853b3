class Node:
    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None

    def insert(self, value):
        if value < self.value:
            if self.left == None:
                self.left = Node(value)
            else:
                self.left.insert(value)
        else:
            if self.right == None:
                self.right = Node(value)
            else:
                self.insert(value)

    def values(self):
        result = []
        if self.left != None:
            result = result + self.left.values()
        result.append(self.value)
        if self.right != None:
            result = result + self.right.values()
        return result


def tree_sort(numbers):
    if numbers == []:
        return []
    root = Node(numbers[0])
    for n in numbers[1:]:
        root.insert(n)
    return root.values()
