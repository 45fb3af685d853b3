import heapq


def code_lengths(weights):
    """weights: {symbol: weight}; returns {symbol: length of its Huffman code}."""
    lengths = {symbol: 0 for symbol in weights}
    heap = [(w, [symbol]) for symbol, w in sorted(weights.items())]
    heapq.heapify(heap)
    if len(heap) == 1:
        lengths[heap[0][1][0]] = 1
        return lengths
    while len(heap) > 1:
        w1, symbols1 = heapq.heappop(heap)
        w2, symbols2 = heapq.heappop(heap)
        for symbol in symbols1 + symbols2:
            lengths[symbol] += 1
        heapq.heappush(heap, (w2, symbols1 + symbols2))
    return lengths
