/** Where a model has a part in what is said: whose words they are, ours beside them, and what the model is at. */
import { html, nothing, type TemplateResult } from "lit";
import type { ModelView, Worded } from "../src/protocol";
import { post } from "./host";
import { say } from "./language";
import { atWork, inWordsOf } from "./texts";
import { icon, words } from "./words";

/** The sign of a model's words; a click shows the question in Gadfly's own. */
export function plainWords(worded: Worded): TemplateResult {
  return html`<details class="worded">
    <summary title=${say("In the words of {0}. Open to read it in Gadfly's own words.", worded.by)}>${icon("sparkle")}${inWordsOf(worded)}</summary>
    <p><span class="hidden">${say("In Gadfly's own words: ")}</span>${words(worded.plain)}</p>
  </details>`;
}

/** That a model is set up is always told, and so is the way to what it is given. */
export function model(now: ModelView): TemplateResult {
  const told = atWork(now);
  return html`<footer class="model quiet" aria-label=${say("The model")}>
    <p>${icon("sparkle")}${say("Questions may be in the words of {0}.", now.name)}
      <button type="button" class="place" @click=${() => post({ type: "command", command: "gadfly.showModelRequest" })}>${say("Show what it is given")}</button></p>
    <p role="status">${told ? html`${now.asked ? icon("loading", true) : nothing}${told}` : nothing}</p>
  </footer>`;
}
