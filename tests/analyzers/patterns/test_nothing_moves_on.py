"""A `while` loop that changes nothing it asks about: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "nothing-moves-on"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def countdown(start):
            while start > 0:
        #         ^^^^^^^^^ info[nothing-moves-on]: What is `start` in the first pass, and in the second?
                print(start)
            return "lift-off"

        def total(xs):
            i = 0
            total = 0
            while i < len(xs):
        #         ^^^^^^^^^^^ info[nothing-moves-on]: What is `i` in the first pass, and in the second?
                total += xs[i]
            return total

        def digits(n):
            count = 0
            while n > 0:
        #         ^^^^^ info[nothing-moves-on]: What is `n` in the first pass, and in the second?
                count += 1
            return count

        def find(xs, t):
            i = 0
            seen = False
            while not seen and i < len(xs):
        #         ^^^^^^^^^^^^^^^^^^^^^^^^ info[nothing-moves-on]: What is `seen` in the first pass, and in the second?
                if xs[i] == t:
                    print("here")
            return seen

        def collatz(n):
            steps = 0
            while n != 1:
        #         ^^^^^^ info[nothing-moves-on]: What is `n` in the first pass, and in the second?
                if n % 2 == 0:
                    m = n // 2
                else:
                    m = 3 * n + 1
                steps += 1
            return steps

        def gcd(a, b):
            while b:
        #         ^ info[nothing-moves-on]: What is `b` in the first pass, and in the second?
                r = a % b
                a = r
            return a

        def ask():
            answer = input()
            while answer != "yes":
        #         ^^^^^^^^^^^^^^^ info[nothing-moves-on]: What is `answer` in the first pass, and in the second?
                print("again")
            return answer

        def search(xs, t):
            low = 0
            high = len(xs)
            while low < high:
        #         ^^^^^^^^^^ info[nothing-moves-on]: What is `low` in the first pass, and in the second?
                middle = (low + high) // 2
                print(middle)
            return low

        class Dice:
            def reach(self, goal):
                total = 0
                while total < goal:
        #             ^^^^^^^^^^^^ info[nothing-moves-on]: What is `total` in the first pass, and in the second?
                    self.roll()
                return total

        def evens(xs):
            i = 0
            result = []
            while i < len(xs):
        #         ^^^^^^^^^^^ info[nothing-moves-on]: In which passes of this loop does `i` change?
                if xs[i] % 2 == 0:
                    result.append(xs[i])
                    i += 1
            return result

        def reverse(text):
            result = ""
            i = len(text) - 1
            while i >= 0:
        #         ^^^^^^ info[nothing-moves-on]: What is `i` in the first pass, and in the second?
                result = result + text[i]
                i - 1
            return result

        def power(base, exponent):
            result = 1
            while exponent > 0:
        #         ^^^^^^^^^^^^ info[nothing-moves-on]: What is `exponent` in the first pass, and in the second?
                result *= base
                exponent == exponent - 1
            return result

        def doubled(n):
            x = 1
            while x < n:
        #         ^^^^^ info[nothing-moves-on]: What is `x` in the first pass, and in the second?
                x * 2
            return x

        def forgot(n):
            i = 0
            while i < n:
        #         ^^^^^ info[nothing-moves-on]: What is `i` in the first pass, and in the second?
                j = i + 1
            return i

        def odd_sum(n):
            i = 0
            total = 0
            while i < n:
        #         ^^^^^ info[nothing-moves-on]: In which passes of this loop does `i` change?
                if i % 2 == 0:
                    continue
                total += i
                i += 1
            return total

        def index_of(xs, t):
            i = 0
            while i < len(xs):
        #         ^^^^^^^^^^^ info[nothing-moves-on]: What is `i` in the first pass, and in the second?
                if xs[i] == t:
                    return i
            return -1

        def is_prime(n):
            d = 2
            while d * d <= n:
        #         ^^^^^^^^^^ info[nothing-moves-on]: What is `d` in the first pass, and in the second?
                if n % d == 0:
                    return False
            return True

        class Tank:
            def drain(self):
                hours = 0
                while self.level > 0:
        #             ^^^^^^^^^^^^^^ info[nothing-moves-on]: What is `self.level` in the first pass, and in the second?
                    hours += 1
                return hours

        def plus(n):
            i = 0
            while i < n:
        #         ^^^^^ info[nothing-moves-on]: What is `i` in the first pass, and in the second?
                print(i)
                i =+ 1

        def stuck(n):
            start = 0
            i = start
            while i < n:
        #         ^^^^^ info[nothing-moves-on]: What is `i` in the first pass, and in the second?
                i = start + 1
            return i

        def find(xs, t):
            i = 0
            while True:
        #         ^^^^ info[nothing-moves-on]: In which pass does a run leave this loop?
                if xs[i] == t:
                    found = i
                i += 1
            return found

        def search(xs, t):
            lo = 0
            hi = len(xs) - 1
            while lo <= hi:
        #         ^^^^^^^^ info[nothing-moves-on]: What is `lo` in the first pass, and in the second?
                mid = (lo + hi) // 2
                if xs[mid] == t:
                    return mid
                elif xs[mid] < t:
                    low = mid + 1
                else:
                    high = mid - 1

        def stored(xs):
            i = 0
            while i < len(xs):
        #         ^^^^^^^^^^^ info[nothing-moves-on]: What is `i` in the first pass, and in the second?
                xs[i] = xs[i] * 2
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def countdown(start):
            while start > 0:
                start -= 1

        def f(xs):
            while xs:
                xs.pop()

        def f(x):
            while x > 0:
                if input() == "":
                    break

        def f(xs):
            while len(xs) > 0:
                clean(xs)

        def f(self):
            while self.running:
                self.step()

        def f(lo, hi):
            while lo < hi:
                mid = (lo + hi) // 2
                if mid > 3:
                    hi = mid
                else:
                    lo = mid + 1

        def f(q):
            while ready(q):
                print(q)

        def f():
            global busy
            while busy:
                wait()

        def f(n):
            while n > 0:
                n, d = divmod(n, 10)

        def f(a, i):
            while a[i] > 0:
                a[i] -= 1

        def f(x):
            while x > 0:
                return x

        def f(n):
            while (line := read()) != n:
                print(line)

        def f(xs):
            done = False
            while not done:
                done = True
                for x in xs:
                    if x > 3:
                        done = False

        def f(xs):
            i = 0
            while i < 5:
                x = read()
                if x:
                    i += 1

        while x > 3:
            step()

        def f(i):
            while i < 9:
                print(i)
            i += 1

        def f(n):
            i = 0
            while i < n:
                i += 1
                if i % 2 == 0:
                    continue
                print(i)

        def f(xs):
            i = 0
            while i < len(xs):
                if xs[i] in xs[:i]:
                    del xs[i]
                    continue
                i += 1

        def f(n):
            i = 0
            while i < n:
                if i % 2 == 0:
                    i += 1
                    continue
                i += 3

        def f(x):
            tries = 0
            while x > 0:
                tries += 1
                if tries > 3:
                    return x

        class Tank:
            def drain(self):
                while self.level > 0:
                    self.level -= 1

        class Tank:
            def drain(self):
                while self.level > 0:
                    self.leak()

        def f(head):
            node = head
            while node.next:
                node = node.next

        def f(q):
            while True:
                handle(q)

        def f(xs):
            while len(xs) > 3:
                xs[1:] = []

        def f(lo, hi):
            while lo < hi:
                mid = (lo + hi) // 2
                lo = mid + 1
    """,
        only=RULE,
    )
