/** What the server, the extension and the panel say to each other; docs/protocol.md explains the server's part. */
import type { Range } from "vscode-languageclient";

export type Status = "waiting" | "running" | "failing" | "passing" | "syntax" | "problem" | "untrusted";
export type Verdict = "right" | "wrong" | "unclear";
export type Entry = "value" | "number" | "choice" | "line" | "text";

export interface TurnView {
  number: number;
  speaker: "tutor" | "student";
  level: number;
  kind: string;
  text: string;
  range?: Range | null;
  marked?: Verdict | null;
}

export interface QuestionView {
  id: string;
  kind: string;
  level: number;
  text: string;
  entry: Entry;
  choices: string[];
  range?: Range | null;
  snippet?: { text: string; firstLine: number } | null;
}

export interface DialogueView {
  uri: string;
  program: string;
  status: Status;
  headline: string;
  message?: string | null;
  template?: string | null;
  turns: TurnView[];
  question?: QuestionView | null;
}

/** What stands in the panel while there is no server to speak for itself. */
export interface Notice {
  text: string;
  busy: boolean;
  actions: { title: string; command: string }[];
}

export type ToPanel =
  | { type: "show"; notice: Notice | null; view: DialogueView | null }
  | { type: "line"; line: number }
  | { type: "answered"; refused: string }
  | { type: "focus" };

export type FromPanel =
  | { type: "ready" }
  | { type: "answer"; uri: string; question: string; answer: string }
  | { type: "reveal"; uri: string; range: Range }
  | { type: "copy"; text: string }
  | { type: "command"; command: string };
