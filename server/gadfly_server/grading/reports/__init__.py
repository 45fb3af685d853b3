"""How results are shown: a table, a page, JUnit's XML, and annotations for GitHub."""
