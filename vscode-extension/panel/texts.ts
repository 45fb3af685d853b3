/** How short texts become pieces of a page: `names` in backticks, marks as a sign and a word. */
import type { Entry, ModelView, NoteVerdict, Status, TurnView, Verdict, Worded } from "../src/protocol";
import { later, say } from "./language";

export interface Piece {
  text: string;
  kind: "word" | "code" | "place";
}

/** Split at pairs of backticks and at «line 4» or «Zeile 4»; an unpaired backtick stays as it is. */
export function pieces(text: string): Piece[] {
  return text
    .split(/(`[^`]+`|\b(?:lines?|Zeilen?) \d+(?: (?:to|and|bis|und) \d+)?)/)
    .map((part, index): Piece => {
      const code = /^`(.+)`$/s.exec(part)?.[1];
      return index % 2 === 0 ? { text: part, kind: "word" } : code ? { text: code, kind: "code" } : { text: part, kind: "place" };
    })
    .filter((piece) => piece.text !== "");
}

export const MARKS: Record<Verdict, { icon: string; word: string }> = {
  right: { icon: "pass", word: later("Right") },
  wrong: { icon: "error", word: later("Not so") },
  unclear: { icon: "question", word: later("Unclear") },
};

export const inWordsOf = ({ by }: Worded): string => say("In the words of {0}", by);

/** What a model is at, for a line below the question. */
export function atWork({ name, asked, note }: ModelView): string {
  return asked ? say("{0} may find other words for this question. You can answer already.", name) : note;
}

/** A sign beside what a run says to a hypothesis; the words come with it. */
export const NOTES: Record<NoteVerdict, string> = {
  confirmed: "pass",
  refuted: "error",
  "never-reached": "circle-slash",
  "unknown-name": "question",
  "not-recorded": "question",
  gone: "circle-slash",
  waiting: "clock",
};

export const STATES: Record<Status, { icon: string; word: string }> = {
  waiting: { icon: "circle-outline", word: later("Waiting") },
  running: { icon: "loading", word: later("Running the tests") },
  failing: { icon: "circle-filled", word: later("Tests disagree") },
  unseen: { icon: "circle-filled", word: later("A hidden test disagrees") },
  passing: { icon: "pass-filled", word: later("All tests pass") },
  syntax: { icon: "symbol-misc", word: later("Not readable yet") },
  problem: { icon: "warning", word: later("Problem") },
  untrusted: { icon: "shield", word: later("Nothing runs here") },
};

export const ASKS: Record<Entry, { label: string; placeholder: string }> = {
  value: { label: later("Your answer, a Python value"), placeholder: later("A value, such as 3 or [1, 2]") },
  number: { label: later("Your answer, a number"), placeholder: later("A number") },
  line: { label: later("Your answer, a line number"), placeholder: later("Click a line, or type its number") },
  choice: { label: later("Your answer"), placeholder: "" },
  text: { label: later("Your answer, in your own words"), placeholder: later("In your own words") },
  order: { label: later("Your answer, the lines in order"), placeholder: "" },
};

export interface Numbered {
  number: number;
  text: string;
  shown: boolean;
}

/**
 * The lines of a snippet with their numbers, less the indentation they share.
 * `shown` are those the question points at, unless it is all of them.
 */
export function numbered(snippet: { text: string; firstLine: number }, first?: number, last?: number): Numbered[] {
  const written = snippet.text.replace(/\n$/, "").split("\n");
  const indents = written.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0] ?? "");
  const shared = indents.reduce((one, other) => (other.startsWith(one) ? one : one.startsWith(other) ? other : ""), indents[0] ?? "");
  const lines = written.map((line) => line.slice(shared.length));
  const inside = (number: number) => first !== undefined && last !== undefined && first <= number && number <= last;
  const all = lines.every((_, index) => inside(snippet.firstLine + index));
  return lines.map((text, index) => ({ number: snippet.firstLine + index, text, shown: !all && inside(snippet.firstLine + index) }));
}

/** The turns to list above what is open: all but the last ones that say just that, a question or an offer. */
export function earlier(turns: readonly TurnView[], ...open: (string | undefined)[]): TurnView[] {
  const said = open.map((text) => turns.findLastIndex((turn) => turn.speaker === "tutor" && turn.text === text));
  return turns.filter((_, index) => !said.includes(index));
}

/** Whose words start a new exchange: a tutor's turn that follows the tutor's own reply. */
export function startsExchange(turns: readonly TurnView[], index: number): boolean {
  return turns[index]?.speaker === "tutor" && !turns[index]?.marked;
}

/** Both an answer and the reply to it may carry its mark; it is shown once, at the answer. */
export function markOf(turns: readonly TurnView[], index: number): Verdict | undefined {
  const [before, turn] = [turns[index - 1], turns[index]];
  return (turn?.speaker === "tutor" && before?.speaker === "student" && before.marked ? undefined : turn?.marked) ?? undefined;
}

/** A range that ends at the very start of a line does not touch that line. */
export function linesOf(range: { start: { line: number }; end: { line: number; character?: number } }): [number, number] {
  const before = range.end.character === 0 && range.end.line > range.start.line ? 0 : 1;
  return [range.start.line + 1, range.end.line + before];
}
