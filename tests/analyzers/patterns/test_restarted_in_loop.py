"""A start value that every pass of a loop sets again: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "restarted-in-loop"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def count_long(words):
            for word in words:
                count = 0
        #       ^^^^^^^^^ info[restarted-in-loop]: What happens to `count` each time this line runs?
                if len(word) > 4:
                    count += 1
            return count

        def total(prices):
            for price in prices:
                amount = 0
        #       ^^^^^^^^^^ info[restarted-in-loop]: What happens to `amount` each time this line runs?
                amount = amount + price
            return amount

        def evens(xs):
            for x in xs:
                result = []
        #       ^^^^^^^^^^^ info[restarted-in-loop]: What happens to `result` each time this line runs?
                if x % 2 == 0:
                    result.append(x)
            return result

        def join(words):
            i = 0
            while i < len(words):
                text = ""
        #       ^^^^^^^^^ info[restarted-in-loop]: What happens to `text` each time this line runs?
                text += words[i]
                i += 1
            return text

        def grid_total(grid):
            for row in grid:
                total = 0
        #       ^^^^^^^^^ info[restarted-in-loop]: What happens to `total` each time this line runs?
                for cell in row:
                    total += cell
            return total

        def frequencies(text):
            for ch in text:
                counts = {}
        #       ^^^^^^^^^^^ info[restarted-in-loop]: What happens to `counts` each time this line runs?
                counts[ch] = counts.get(ch, 0) + 1
            return counts

        def largest(xs):
            for x in xs:
                best = xs[0]
        #       ^^^^^^^^^^^^ info[restarted-in-loop]: What happens to `best` each time this line runs?
                if x > best:
                    best = x
            return best

        def is_sorted(xs):
            for i in range(len(xs) - 1):
                ok = True
        #       ^^^^^^^^^ info[restarted-in-loop]: What happens to `ok` each time this line runs?
                if xs[i] > xs[i + 1]:
                    ok = False
            return ok

        def unique(xs):
            for x in xs:
                seen = set()
        #       ^^^^^^^^^^^^ info[restarted-in-loop]: What happens to `seen` each time this line runs?
                seen.add(x)
            print(len(seen))

        class Team:
            def points(self):
                for player in self.players:
                    total = 0
        #           ^^^^^^^^^ info[restarted-in-loop]: What happens to `total` each time this line runs?
                    total += player.points
                return total / len(self.players)

        def product(xs):
            result = 1
            for x in xs:
                result = 1
        #       ^^^^^^^^^^ info[restarted-in-loop]: What happens to `result` each time this line runs?
                result *= x
            return result

        def collatz(n):
            while n != 1:
                steps = 0
        #       ^^^^^^^^^ info[restarted-in-loop]: What happens to `steps` each time this line runs?
                if n % 2 == 0:
                    n = n // 2
                else:
                    n = 3 * n + 1
                steps += 1
            return steps

        def spread(xs):
            for x in xs:
                low, high = 0, 0
        #       ^^^^^^^^^^^^^^^^ info[restarted-in-loop]: What happens to `low` each time this line runs?
                if x > high:
                    high = x
                if x < low:
                    low = x
            return high - low

        def typed(xs):
            for x in xs:
                total: int = 0
        #       ^^^^^^^^^^^^^^ info[restarted-in-loop]: What happens to `total` each time this line runs?
                total += x
            return total

        def grouped(words):
            for word in words:
                groups = {}
        #       ^^^^^^^^^^^ info[restarted-in-loop]: What happens to `groups` each time this line runs?
                if word[0] not in groups:
                    groups[word[0]] = []
                groups[word[0]].append(word)
            return groups
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def count_long(words):
            count = 0
            for word in words:
                if len(word) > 4:
                    count += 1
            return count

        def row_sums(grid):
            sums = []
            for row in grid:
                total = 0
                for cell in row:
                    total += cell
                sums.append(total)
            return sums

        def longest_run(xs):
            best = 0
            for x in xs:
                n = 0
                while n < x:
                    n += 1
                best = max(best, n)
            return best

        def f(xs):
            for x in xs:
                total = 0
                total += x
                print(total)

        def f(xs):
            for x in xs:
                done = True
            return done

        def f(xs):
            while True:
                changed = False
                for x in xs:
                    if x:
                        changed = True
                if not changed:
                    break

        def f(text):
            words = []
            word = ""
            for c in text:
                if c == " ":
                    words.append(word)
                    word = ""
                else:
                    word += c
            return word

        def f(xs):
            for x in xs:
                n = 0
                n += x
            n = 4
            return n
    """,
        only=RULE,
    )
