/** The open question: its words, the lines it points at, the control for the answer, and what else one may do. */
import { html, nothing, type TemplateResult } from "lit";
import type { DialogueView, QuestionView } from "../src/protocol";
import { type Answering, answerControl } from "./answer";
import { say } from "./language";
import { plainWords } from "./model";
import { linesOf, numbered } from "./texts";
import { icon, words } from "./words";

export function question(asked: QuestionView, state: Answering, reveal: (range: NonNullable<QuestionView["range"]>) => void): TemplateResult {
  const { range } = asked;
  return html`<section class="question" aria-label=${say("The question")}>
    <h2 aria-live="polite">${words(asked.text)}</h2>
    ${asked.worded ? plainWords(asked.worded) : nothing}
    ${snippet(asked)}
    ${answerControl(asked, state)}
    <div class="ways">
      ${range ? quiet("go-to-file", say("Show me the place"), () => reveal(range)) : nothing}
      ${quiet("question", say("Why do you ask?"), () => state.send(say("Why do you ask?")))}
      ${quiet("debug-step-over", say("Skip it"), () => state.send(say("Skip it")))}
    </div>
  </section>`;
}

function quiet(sign: string, title: string, run: () => void): TemplateResult {
  return html`<button type="button" class="place" @click=${run}>${icon(sign)}${title}</button>`;
}

function snippet({ snippet: code, range }: QuestionView): TemplateResult | typeof nothing {
  if (!code) {
    return nothing;
  }
  const lines = range ? numbered(code, ...linesOf(range)) : numbered(code);
  return html`<div class="snippet" tabindex="0" role="region" aria-label=${say("Your program")}><table role="presentation">${lines.map(({ number, text, shown }) => html`
    <tr class=${shown ? "shown" : ""}><td class="number">${number}</td><td class="line">${text || " "}</td></tr>`)}</table></div>`;
}

/** A step up is there to be taken, and never in the way; without a question one can still say that one is stuck. */
export function further({ question: asked, offer, status }: DialogueView, sending: boolean, send: (words: string) => void): TemplateResult | typeof nothing {
  const way = (sign: string, title: string, said: string) => quiet(sign, title, () => sending || send(said));
  if (offer) {
    return html`<section class="further" aria-label=${say("An offer")}><p class="quiet">${words(offer.text)}</p>${way("arrow-circle-up", say("More"), say("more"))}</section>`;
  }
  return !asked && status === "failing" ? html`<section class="further">${way("question", say("I am stuck"), say("I am stuck"))}</section>` : nothing;
}
