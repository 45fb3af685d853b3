/** What the talk at the code itself says: the turns of a dialogue as Markdown, and where they stand. */
import { say } from "../panel/language";
import { letters } from "../panel/ordering";
import { inWordsOf, MARKS, pieces } from "../panel/texts";
import type { DialogueView, QuestionView } from "./protocol";

export interface Said {
  who: string;
  markdown: string;
  label?: string;
}

/** The 0-based line at which the open question stands; one without a place stays where the talk was. */
export function lineOf({ question, turns }: DialogueView): number {
  const range = question?.range ?? turns.findLast((turn) => turn.range)?.range;
  return range?.end.line ?? 0;
}

/** The last answer with what came of it, and the open question with its choices. */
export function lastExchange({ turns, question }: DialogueView): Said[] {
  const asking = question && turns.findLast((turn) => turn.speaker === "tutor" && turn.text === question.text);
  return turns
    .slice(Math.max(0, turns.findLastIndex(({ speaker }) => speaker === "student")))
    .map((turn): Said => ({
      who: turn.speaker === "tutor" ? "Gadfly" : say("You"),
      markdown: turn === asking && question ? asked(question) : markdown(turn.text),
      ...(turn.marked && turn.speaker === "student" ? { label: say(MARKS[turn.marked].word) } : {}),
      ...(turn.worded ? { label: inWordsOf(turn.worded) } : {}),
    }));
}

/** Lines to put in order keep how far they are indented. */
function asked({ text, entry, choices }: QuestionView): string {
  const named = letters(choices.length).map((letter, index) => [letter, choices[index] ?? ""] as const);
  switch (entry) {
    case "choice":
      return [markdown(text), ...named.map(([letter, choice]) => `${letter}. ${markdown(choice)}`)].join("\n\n");
    case "order":
      return markdown(text) + block(named.map(([letter, line]) => `${letter}   ${line}`).join("\n"));
    default:
      return markdown(text);
  }
}

/** Nothing in the words is taken for Markdown but what stands in backticks. */
export function markdown(text: string): string {
  return pieces(text)
    .map(({ text: part, kind }) => (kind !== "code" ? escaped(part) : part.includes("\n") ? block(part) : inline(part)))
    .join("");
}

const block = (part: string): string => `\n\n\`\`\`\`python\n${part}\n\`\`\`\`\n\n`;
const inline = (part: string): string => `\`\` ${part} \`\``;
const escaped = (part: string): string => part.replace(/[\\`*_{}[\]()<>#+\-.!|~&$]/g, "\\$&").replace(/\n/g, "\n\n");
