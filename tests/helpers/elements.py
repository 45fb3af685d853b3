"""A page of HTML as what it is made of, and what is text in it."""

from __future__ import annotations

from html.parser import HTMLParser


class Elements(HTMLParser):
    """``elements`` are begins and ends of tags, with the names of their attributes, and whatever else is no text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, ...]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and which attributes it has."""
        self.elements.append(("begin", tag, *(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a tag."""
        self.elements.append(("end", tag))

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.text += data

    def handle_comment(self, data: str) -> None:
        """Note a comment."""
        self.elements.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        """Note what the page says that it is."""
        self.elements.append(("declaration", decl))

    def handle_pi(self, data: str) -> None:
        """Note an instruction."""
        self.elements.append(("instruction", data))

    def unknown_decl(self, data: str) -> None:
        """Note what belongs into XML."""
        self.elements.append(("unknown", data))
