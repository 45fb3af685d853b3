class Student:
    def __init__(self, name):
        self.name = name
        self.grades = []

    def add(self, grade):
        self.grades.append(grade)

    def average(self):
        if len(self.grades) == 0:
            return 0
        return sum(self.grades) / len(self.grades)

    def drop_lowest(self):
        """The average without the lowest grade (grades stay as they are)."""
        if len(self.grades) < 2:
            return self.average()
        ordered = self.grades
        ordered.sort()
        rest = ordered[1:]
        return sum(rest) / len(rest)


class GradeBook:
    def __init__(self):
        self.students = {}

    def record(self, name, grade):
        if name not in self.students:
            self.students[name] = Student(name)
        self.students[name].add(grade)

    def best(self):
        top = None
        for s in self.students.values():
            if top is None or s.average() > top.average():
                top = s
        if top is None:
            return None
        return top.name

    def passed(self, limit=50):
        names = []
        for s in self.students.values():
            if s.average >= limit:
                names.append(s.name)
        return sorted(names)
