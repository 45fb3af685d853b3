class Poll:
    """A poll in which every voter has one vote, which may be changed."""

    def __init__(self, question, options):
        self.question = question
        self.options = list(options)
        self.votes = {}
        self.closed = False

    def vote(self, voter, option):
        if self.closed:
            return False
        if option not in self.options:
            return False
        self.votes[voter] = option
        return True

    def close(self):
        self.closed = True

    def counts(self):
        table = {}
        for option in self.options:
            table[option] = 0
        for option in self.votes.values():
            table[option] += 1
        return table

    def ranking(self):
        """Options with most votes first."""
        table = self.counts()
        return sorted(self.options, key=lambda o: table[o])

    def winners(self):
        table = self.counts()
        most = max(table.values())
        return [o for o in self.options if table[o] == most]

    def share(self, option):
        """Share of the votes in percent, rounded."""
        if not self.votes:
            return 0
        return round(100 * self.counts()[option] / len(self.votes))
