def sift_down(heap, start, end):
    i = start
    while True:
        left = 2 * i + 1
        right = left + 1
        smallest = i
        if left < end and heap[left] < heap[smallest]:
            smallest = left
        if right < end and heap[right] < heap[i]:
            smallest = right
        if smallest == i:
            return
        heap[i], heap[smallest] = heap[smallest], heap[i]
        i = smallest


def heapify(values):
    heap = list(values)
    for i in range(len(heap) // 2 - 1, -1, -1):
        sift_down(heap, i, len(heap))
    return heap


def descending(values):
    heap = heapify(values)
    for end in range(len(heap) - 1, 0, -1):
        heap[0], heap[end] = heap[end], heap[0]
        sift_down(heap, 0, end)
    return heap
