/** What may come out of the page and from the server: anything else is left alone, with a word in the log. */
import type { DialogueView, Entry, FromPanel, ModelRequest, NoteVerdict, Status, StepView, ToPanel, TraceView, Verdict } from "./protocol";

type Check = (value: unknown) => boolean;
type Shape = Record<string, Check>;

const LONGEST = 1_000_000; // letters of a text: no program, value or answer is that long
const MOST = 10_000; // parts of a list

const text: Check = (value) => typeof value === "string" && value.length <= LONGEST;
const number: Check = (value) => Number.isSafeInteger(value);
const from = (least: number): Check => (value) => Number.isSafeInteger(value) && (value as number) >= least; // VS Code throws at less
const truth: Check = (value) => typeof value === "boolean";
const oneOf = (...values: unknown[]): Check => (value) => values.includes(value);
const every = <Kind extends string>(kinds: Record<Kind, true>): Check => (value) => typeof value === "string" && Object.hasOwn(kinds, value);
const maybe = (check: Check): Check => (value) => value === undefined || value === null || check(value);
const either = (...checks: Check[]): Check => (value) => checks.some((check) => check(value));
const list = (check: Check): Check => (value) => Array.isArray(value) && value.length <= MOST && value.every(check);
const table = (check: Check): Check => (value) => typeof value === "object" && value !== null && Object.values(value).every(check);
const shape = (fields: Shape): Check => (value) =>
  typeof value === "object" && value !== null && Object.entries(fields).every(([name, check]) => check((value as Record<string, unknown>)[name]));

const place = shape({ line: from(0), character: from(0) });
const range = shape({ start: place, end: place });
const status = every<Status>({ waiting: true, running: true, failing: true, unseen: true, passing: true, syntax: true, problem: true, untrusted: true });
const marked = every<Verdict>({ right: true, wrong: true, unclear: true });
const entry = every<Entry>({ value: true, number: true, choice: true, line: true, text: true, order: true });
const verdict = every<NoteVerdict>({
  confirmed: true, refuted: true, "never-reached": true, "unknown-name": true, "not-recorded": true, gone: true, waiting: true,
});
const happened = every<StepView["kind"]>({ call: true, line: true, return: true, raise: true });
const worded = maybe(shape({ by: text, plain: text }));
const turn = shape({ worded, number, speaker: oneOf("tutor", "student"), level: number, kind: text, text, range: maybe(range), marked: maybe(marked) });
const question = shape({
  id: text, kind: text, level: number, text, entry, choices: list(text), worded, range: maybe(range),
  snippet: maybe(shape({ text, firstLine: number })),
});
const outcome = { verdict, outcome: text, run: number };
const note = shape({ ...outcome, number, text, line: maybe(number), range: maybe(range), earlier: list(shape(outcome)) });
const step = shape({
  number, kind: happened, line: number, code: text, function: text, depth: number, value: maybe(text),
  names: list(shape({ name: text, value: text, changed: truth })), passes: list(shape({ line: number, number })),
});
const file: Check = (value) => text(value) && (value as string).startsWith("file:"); // what the student has open is one
const view = shape({
  uri: file, program: text, language: text, status, headline: text, message: maybe(text), rules: maybe(text), template: maybe(text), turns: list(turn),
  question: maybe(question), understandings: maybe(list(shape({ text, reached: truth }))), notebook: maybe(list(note)),
  offer: maybe(shape({ level: number, text })), model: maybe(shape({ name: text, asked: truth, note: text })),
});
const trace = shape({ test: text, call: text, steps: list(step), offset: number, total: number, stoppedAt: text, message: text });
const notice = shape({ text, busy: truth, actions: list(shape({ title: text, command: text })) });
const supposition = shape({ uri: text, name: text, line: number, time: maybe(either(number, oneOf("last"))), value: text });

const fromPanel: Record<FromPanel["type"], Check> = {
  ready: shape({}),
  answer: shape({ uri: text, question: text, answer: text }),
  suppose: shape({ supposition }),
  forget: shape({ uri: text, number }),
  here: shape({}),
  trace: shape({ uri: text, offset: number }),
  step: shape({ uri: text, line: from(1), text }),
  left: shape({}),
  reveal: shape({ uri: text, range }),
  copy: shape({ text }),
  command: shape({ command: text }),
};

const toPanel: Record<ToPanel["type"], Check> = {
  texts: shape({ language: text, texts: table(text) }),
  show: shape({ notice: maybe(notice), view: maybe(view) }),
  line: shape({ line: number }),
  answered: shape({ refused: text }),
  supposed: shape({ refused: text }),
  here: shape({ name: text, line: number }),
  trace: shape({ uri: text, trace: maybe(trace) }),
  steps: shape({}),
  focus: shape({}),
};

function among(kinds: Record<string, Check>, message: unknown): boolean {
  const type = (message as { type?: unknown } | null | undefined)?.type;
  return typeof type === "string" && Object.hasOwn(kinds, type) && (kinds[type]?.(message) ?? false);
}

export const isFromPanel = (message: unknown): message is FromPanel => among(fromPanel, message);
export const isToPanel = (message: unknown): message is ToPanel => among(toPanel, message);
export const isDialogue = (value: unknown): value is DialogueView => view(value);
export const isReveal = (value: unknown): value is { uri: string } => shape({ uri: file })(value);
export const isModelRequest = (value: unknown): value is ModelRequest => shape({ model: text, rules: text, data: text })(value);
export const isTrace = (value: unknown): value is TraceView => trace(value);
