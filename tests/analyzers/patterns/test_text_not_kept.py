"""A new text that nobody keeps: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "text-not-kept"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def clean(name):
            name.strip()
        #   ^^^^^^^^^^^^ info[text-not-kept]: Where does the text that `strip` makes go?
            return name

        def shout(text):
            text.upper()
        #   ^^^^^^^^^^^^ info[text-not-kept]: Where does the text that `upper` makes go?
            return text

        def swap(text):
            text.replace("a", "b")
        #   ^^^^^^^^^^^^^^^^^^^^^^ info[text-not-kept]: Where does the text that `replace` makes go?
            return text

        def each(words):
            for word in words:
                word.lower()
        #       ^^^^^^^^^^^^ info[text-not-kept]: Where does the text that `lower` makes go?
            return words

        class User:
            def tidy(self):
                self.name.title()
        #       ^^^^^^^^^^^^^^^^^ info[text-not-kept]: Where does the text that `title` makes go?
                return self.name

        def parts(line):
            line.split(",")
        #   ^^^^^^^^^^^^^^^ info[text-not-kept]: Where does the text that `split` makes go?
            return line

        def chain(text):
            text.strip().lower()
        #   ^^^^^^^^^^^^^^^^^^^^ info[text-not-kept]: Where does the text that `lower` makes go?
            return text

        def join(words):
            ", ".join(words)
        #   ^^^^^^^^^^^^^^^^ info[text-not-kept]: Where does the text that `join` makes go?
            return words

        def pad(text):
            text.zfill(8)
        #   ^^^^^^^^^^^^^ info[text-not-kept]: Where does the text that `zfill` makes go?
            text = text + "!"
            return text

        def first(words):
            words[0].capitalize()
        #   ^^^^^^^^^^^^^^^^^^^^^ info[text-not-kept]: Where does the text that `capitalize` makes go?
            return words

        def dots(text):
            text.replace(".", "").replace(",", "")
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[text-not-kept]: Where does the text that `replace` makes go?
            return text

        def form(x):
            "{}".format(x)
        #   ^^^^^^^^^^^^^^ info[text-not-kept]: Where does the text that `format` makes go?
            return x

        def cut(text):
            text.removeprefix("x")
        #   ^^^^^^^^^^^^^^^^^^^^^^ info[text-not-kept]: Where does the text that `removeprefix` makes go?
            return text
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        s = s.strip()

        s.sort()

        print(s.upper())

        turtle.title("x")

        os.replace(a, b)

        thread.join()

        thread.join(3)

        input("go on?").strip()

        try:
            s.encode("ascii")
        except UnicodeError:
            pass

        path.replace(other)

        when.replace(hour=3)

        xs.remove("a")
    """,
        only=RULE,
    )
