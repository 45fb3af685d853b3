class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def from_list(values):
    head = None
    for v in reversed(values):
        head = Node(v, head)
    return head


def count(head, wanted):
    n = 0
    node = head
    while node is not None:
        if node.value == wanted:
            n += 1
            node = node.next
    return n
