from program import Trie


def build(*words):
    trie = Trie()
    for word in words:
        trie.insert(word)
    return trie


def test_empty():
    assert build().complete("a") == []


def test_one():
    assert build("tree").complete("tr") == ["tree"]


def test_fork():
    assert build("tram", "trip", "cat").complete("tr") == ["tram", "trip"]


def test_unknown():
    assert build("tram", "trip").complete("tx") == []


def test_word_in_word():
    assert build("car", "card", "care").complete("ca") == ["car", "card", "care"]


def test_whole_word():
    assert build("tea", "team").complete("tea") == ["tea", "team"]
