/** What the server, the extension and the panel say to each other; docs/protocol.md explains the server's part. */
import type { Range } from "vscode-languageclient";
import type { Texts } from "../panel/language";

export type Status = "waiting" | "running" | "failing" | "unseen" | "passing" | "syntax" | "problem" | "untrusted";
export type Verdict = "right" | "wrong" | "unclear";
export type Entry = "value" | "number" | "choice" | "line" | "text" | "order";

export interface TurnView {
  number: number;
  speaker: "tutor" | "student";
  level: number;
  kind: string;
  text: string;
  worded?: Worded | null;
  range?: Range | null;
  marked?: Verdict | null;
}

/** A question in the words of a model: the model, and the question in Gadfly's own words. */
export interface Worded {
  by: string;
  plain: string;
}

/** The model that may word questions: whether it is asked just now, and why it was of no use, if it was not. */
export interface ModelView {
  name: string;
  asked: boolean;
  note: string;
}

export interface ModelRequest {
  model: string;
  rules: string;
  data: string;
}

export type ModelReply = { text: string; name: string } | { refused: Refusal };
export type Refusal = "consent" | "none" | "budget" | "other";

export interface QuestionView {
  id: string;
  kind: string;
  level: number;
  text: string;
  entry: Entry;
  choices: string[];
  worded?: Worded | null;
  range?: Range | null;
  snippet?: { text: string; firstLine: number } | null;
}

/** A step of understanding the present bug. */
export interface Understanding {
  text: string;
  reached: boolean;
}

export type NoteVerdict = "confirmed" | "refuted" | "never-reached" | "unknown-name" | "not-recorded" | "gone" | "waiting";

/** What the student supposed of the run, and what the newest run said to it. */
export interface NoteView {
  number: number;
  text: string;
  verdict: NoteVerdict;
  outcome: string;
  line?: number | null;
  range?: Range | null;
  run: number;
  earlier: { run: number; verdict: NoteVerdict; outcome: string }[];
}

export interface Supposition {
  uri: string;
  name: string;
  line: number;
  time?: number | "last";
  value: string;
}

export interface StepView {
  number: number;
  kind: "call" | "line" | "return" | "raise";
  line: number;
  code: string;
  function: string;
  depth: number;
  names: { name: string; value: string; changed: boolean }[];
  passes: { line: number; number: number }[];
  value?: string | null;
}

export interface TraceView {
  test: string;
  call: string;
  steps: StepView[];
  offset: number;
  total: number;
  stoppedAt: "question" | "end" | "limit";
  message: string;
}

export interface Offer {
  level: number;
  text: string;
}

export interface DialogueView {
  uri: string;
  program: string;
  language: string;
  status: Status;
  headline: string;
  message?: string | null;
  rules?: string | null;
  template?: string | null;
  turns: TurnView[];
  question?: QuestionView | null;
  understandings?: Understanding[] | null;
  notebook?: NoteView[] | null;
  offer?: Offer | null;
  model?: ModelView | null;
}

/** What stands in the panel while there is no server to speak for itself. */
export interface Notice {
  text: string;
  busy: boolean;
  actions: { title: string; command: string }[];
}

export type ToPanel =
  | { type: "texts"; language: string; texts: Texts }
  | { type: "show"; notice: Notice | null; view: DialogueView | null }
  | { type: "line"; line: number }
  | { type: "answered"; refused: string }
  | { type: "supposed"; refused: string }
  | { type: "here"; name: string; line: number }
  | { type: "trace"; uri: string; trace: TraceView | null }
  | { type: "steps" }
  | { type: "focus" };

export type FromPanel =
  | { type: "ready" }
  | { type: "answer"; uri: string; question: string; answer: string }
  | { type: "suppose"; supposition: Supposition }
  | { type: "forget"; uri: string; number: number }
  | { type: "here" }
  | { type: "trace"; uri: string; offset: number }
  | { type: "step"; uri: string; line: number; text: string }
  | { type: "left" }
  | { type: "reveal"; uri: string; range: Range }
  | { type: "copy"; text: string }
  | { type: "command"; command: string };
