"""A step that is missing."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import missing_update
from helpers.repairs import check_no_repairs, check_repairs


def test_a_counter_moves_on() -> None:
    check_repairs(
        missing_update,
        """
        def count(n):
            i = 0
            while i < n:
                print(i)  # <-- here
            return i
        """,
        expects=["i += 1", "i -= 1", "n -= 1"],
    )


def test_what_a_loop_only_reads_moves_on() -> None:
    check_repairs(
        missing_update,
        """
        def turned(node):
            before = None
            while node:
                after = node.next
                node.next = before  # <-- here
                node = after
            return before
        """,
        expects=["before = node", "node = node.next", "before = before.next"],
    )


def test_what_a_link_pointed_to_is_kept() -> None:
    check_repairs(
        missing_update,
        """
        def insert(node, new):
            node.next = new  # <-- here
        """,
        expects=["new.next = node.next"],
    )


def test_a_value_is_kept_before_it_is_overwritten() -> None:
    program = """
        def f(numbers):
            best = None
            other = None
            for n in numbers:
                if n > best:
                    best = n  # <-- here
                elif n > other:
                    other = n
            return other
        """
    check_repairs(missing_update, program, expects=["other = best"], never=["best = other"])


def test_outside_of_loops_nothing_moves_on() -> None:
    check_no_repairs(missing_update, "def f(n):\n    i = 0  # <-- here\n    return i + n")


def test_what_is_summed_up_elsewhere_is_summed_up_begun_anew_or_turned() -> None:
    check_repairs(
        missing_update,
        """
        def queue(jobs, slice):
            clock, sign = 0, 1
            while jobs:
                job = jobs.pop(0)
                if job > 3:
                    jobs.append(job - 3)  # <-- here
                else:
                    clock += job
                    sign *= 2
            return clock * sign
        """,
        expects=["clock = 0", "sign = -sign", "clock += sign", "clock -= sign"],
        never=["jobs = 0"],
    )


def test_a_branch_counts_on_where_nothing_loops() -> None:
    program = """
        def clock(hours, minutes):
            if minutes >= 60:
                minutes = minutes - 60  # <-- here
            return max(hours, 0) + 1 if hours > 0 else minutes
        """
    check_repairs(missing_update, program, expects=["hours += 1", "hours = -hours"], never=["minutes += 1"])


def test_what_is_subtracted_is_a_number() -> None:
    program = """
        def serve(jobs, slice):
            clock = 0
            while jobs:
                job = jobs.pop(0)
                if job.pages > slice:
                    job.pages = job.pages - slice  # <-- here
                    jobs.append(job)
                else:
                    clock = clock + job.pages
            return clock
        """
    check_repairs(missing_update, program, expects=["clock += slice"], never=["clock += jobs"])


def test_what_would_be_the_same_further_up_is_not_missing_twice() -> None:
    program = """
        def serve(left, k):
            clock = done = 0
            result = []
            while done < 3:
                for i in range(len(left)):
                    clock += left[i]
                    done += 1
                    result.append((i, clock))  # <-- here
                left[0] -= k
            return result
        """
    never = ["left[0] = 0", "left[0] -= done"]
    check_repairs(missing_update, program, expects=["clock += 1", "clock = 0"], never=never)
    first = program.replace("  # <-- here", "").replace("clock += left[i]", "clock += left[i]  # <-- here")
    check_repairs(missing_update, first, expects=["left[0] = 0", "clock = 0"])
