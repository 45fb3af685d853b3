/** The control for shuffled lines: a list whose lines move with Alt and the arrow keys, with buttons, or dragged. */
import "@vscode-elements/elements/dist/vscode-button/index.js";
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { QuestionView } from "../src/protocol";
import type { Answering } from "./answer";
import { say } from "./language";
import { placed } from "./ordering";
import { ASKS } from "./texts";

interface Lines {
  order: string[];
  inHand: string;
  text(letter: string): string;
  pick(letter: string): void;
  move(letter: string, place: number): void;
}

export function orderControl(question: QuestionView, state: Answering): TemplateResult {
  const order = state.draft.split(" ");
  const lines: Lines = {
    order,
    inHand: order.includes(state.inHand) ? state.inHand : (order[0] ?? ""),
    text: (letter) => question.choices[letter.charCodeAt(0) - "A".charCodeAt(0)] ?? "",
    pick: state.pick,
    move: (letter, place) => {
      state.pick(letter);
      state.change(placed(order, letter, place).join(" "));
    },
  };
  return html`<div class="order">
    <p class="quiet" id="order-help">${say("Put the lines in order. Pick one with the arrow keys; Alt and an arrow key move it.")}</p>
    <ol class="control lines" role="listbox" tabindex="0" aria-label=${say(ASKS.order.label)} aria-describedby="order-help"
      aria-activedescendant="line-${lines.inHand}" @keydown=${keys(lines)}>
      ${repeat(order, (letter) => letter, (letter, index) => option(lines, letter, index))}
    </ol>
    <div class="row">${button(lines, -1, say("Move up"), "arrow-up")}${button(lines, 1, say("Move down"), "arrow-down")}</div>
    <p class="hidden" role="status">${said(lines)}</p>
  </div>`;
}

function option(lines: Lines, letter: string, index: number): TemplateResult {
  const text = lines.text(letter);
  const indent = text.length - text.trimStart().length;
  const over = (event: DragEvent) => {
    event.preventDefault();
    if (lines.inHand !== letter) {
      lines.move(lines.inHand, index);
    }
  };
  return html`<li id="line-${letter}" role="option" draggable="true" aria-selected=${letter === lines.inHand}
    @click=${() => lines.pick(letter)} @dragstart=${() => lines.pick(letter)} @dragover=${over} @drop=${(event: Event) => event.preventDefault()}>
    <span class="key">${letter}</span><span class="hidden">${indent > 0 ? say("indented by {0}: ", indent) : ""}</span><span class="code">${text}</span>
  </li>`;
}

function button(lines: Lines, by: number, title: string, sign: string): TemplateResult {
  const place = lines.order.indexOf(lines.inHand) + by;
  const possible = place >= 0 && place < lines.order.length;
  return html`<vscode-button secondary icon=${sign} ?disabled=${!possible} aria-label="${title}: ${lines.text(lines.inHand).trim()}"
    @click=${() => lines.move(lines.inHand, place)}>${title}</vscode-button>`;
}

function said({ order, inHand, text }: Lines): string {
  return say("{0}: place {1} of {2}", text(inHand).trim(), order.indexOf(inHand) + 1, order.length);
}

/** Arrows go through the lines; with Alt they take the line along. */
function keys(lines: Lines): (event: KeyboardEvent) => void {
  return (event) => {
    const here = lines.order.indexOf(lines.inHand);
    const goes: Record<string, number> = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: lines.order.length - 1 };
    const place = goes[event.key];
    if (event.key === "Enter") {
      (event.currentTarget as HTMLElement).closest("form")?.requestSubmit();
    } else if (place !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const other = lines.order[place];
      event.altKey ? lines.move(lines.inHand, place) : other && lines.pick(other);
    }
  };
}
