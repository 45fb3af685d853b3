from program import LRUCache


def test_unknown():
    assert LRUCache(2).get("a") is None


def test_known():
    cache = LRUCache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    assert (cache.get("a"), cache.get("b")) == (1, 2)


def test_new_value():
    cache = LRUCache(1)
    cache.put("a", 1)
    cache.put("a", 5)
    assert cache.get("a") == 5


def test_oldest_goes():
    cache = LRUCache(2)
    for key in "abc":
        cache.put(key, key.upper())
    assert [cache.get(key) for key in "abc"] == [None, "B", "C"]


def test_used_stays():
    cache = LRUCache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    cache.get("a")
    cache.put("c", 3)
    assert [cache.get(key) for key in "abc"] == [1, None, 3]
