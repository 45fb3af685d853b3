class Thermostat:
    def __init__(self, target=20):
        self._target = target
        self.changes = 0

    @property
    def target(self):
        return self._target

    @target.setter
    def target(self, value):
        if value < 5:
            value = 5
        if value > 30:
            value = 30
        self.target = value
        self.changes += 1

    def needs_heat(self, now):
        return now < self._target
