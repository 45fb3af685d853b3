/** The control for one open question: it knows its kind of answer, and sends what the student says. */
import "@vscode-elements/elements/dist/vscode-button/index.js";
import "@vscode-elements/elements/dist/vscode-textarea/index.js";
import "@vscode-elements/elements/dist/vscode-textfield/index.js";
import { html, nothing, type TemplateResult } from "lit";
import type { QuestionView } from "../src/protocol";
import { say } from "./language";
import { orderControl } from "./order";
import { letters } from "./ordering";
import { ASKS } from "./texts";
import { words } from "./words";

export interface Answering {
  draft: string;
  inHand: string;
  sending: boolean;
  refused: string;
  change(draft: string): void;
  pick(letter: string): void;
  send(answer: string): void;
}

interface Field extends HTMLElement {
  value: string;
}

/** What stands in the control before the student does anything: shuffled lines stand as they came. */
export function firstDraft(question: QuestionView | null | undefined): string {
  return question?.entry === "order" ? letters(question.choices.length).join(" ") : "";
}

export function answerControl(question: QuestionView, state: Answering): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    if (state.draft.trim() !== "" && !state.sending) {
      state.send(state.draft.trim());
    }
  };
  const unsure = say("I don't know");
  return html`<form class="answer" aria-busy=${state.sending} @submit=${submit}>
    ${control(question, state)}
    <div class="row">
      <vscode-button type="submit" ?disabled=${state.draft.trim() === "" || state.sending}>
        ${question.entry === "line" && /^\d+$/.test(state.draft.trim()) ? say("Use line {0}", state.draft.trim()) : say("Answer")}
      </vscode-button>
      <vscode-button secondary ?disabled=${state.sending} @click=${() => state.send(unsure)}>${unsure}</vscode-button>
    </div>
    ${state.refused ? html`<p class="refused" role="alert">${state.refused}</p>` : nothing}
  </form>`;
}

function control(question: QuestionView, state: Answering): TemplateResult {
  switch (question.entry) {
    case "choice":
      return choices(question, state);
    case "order":
      return orderControl(question, state);
    default:
      return field(question, state);
  }
}

function field(question: QuestionView, state: Answering): TemplateResult {
  const [label, placeholder] = [say(ASKS[question.entry].label), say(ASKS[question.entry].placeholder)];
  const input = (event: Event) => state.change((event.target as Field).value);
  if (question.entry === "text") {
    const enter = (event: KeyboardEvent) => {
      if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        (event.currentTarget as HTMLElement).closest("form")?.requestSubmit();
      }
    };
    return html`<vscode-textarea class="control" rows="3" label=${label} placeholder=${placeholder}
      .value=${state.draft} ?readonly=${state.sending} @input=${input} @keydown=${enter}></vscode-textarea>`;
  }
  return html`<vscode-textfield class="control code" .label=${label} placeholder=${placeholder} autocomplete="off"
    .value=${state.draft} ?readonly=${state.sending} @input=${input}></vscode-textfield>`;
}

/** Native radio buttons: arrows, groups and screen readers then work as everywhere. */
function choices(question: QuestionView, state: Answering): TemplateResult {
  return html`<fieldset class="choices" @keydown=${choiceKeys(question, state)}>
    <legend class="hidden">${say(ASKS.choice.label)}</legend>
    ${question.choices.map((choice, index) => html`<label class="choice">
      <input type="radio" name="choice" .checked=${state.draft === choice} @change=${() => state.change(choice)}>
      <span class="key" aria-hidden="true">${index + 1}</span><span>${words(choice)}</span>
    </label>`)}
  </fieldset>`;
}

/** Among choices, the keys 1 to 9 pick one, and Enter sends it. */
function choiceKeys(question: QuestionView, state: Answering): (event: KeyboardEvent) => void {
  return (event) => {
    const choice = question.choices[Number(event.key) - 1];
    const target = event.target as HTMLElement;
    if (choice !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      state.change(choice);
    } else if (event.key === "Enter" && target instanceof HTMLInputElement) {
      target.form?.requestSubmit();
    }
  };
}
