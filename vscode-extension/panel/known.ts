/** What the student knows so far of the present bug: the steps of understanding, in order. */
import { html, nothing, type TemplateResult } from "lit";
import type { Understanding } from "../src/protocol";
import { say } from "./language";
import { icon, words } from "./words";

export function known(steps: readonly Understanding[]): TemplateResult | typeof nothing {
  if (steps.length === 0) {
    return nothing;
  }
  const reached = steps.filter((step) => step.reached).length;
  return html`<details class="tool known" open>
    <summary>${say("What you know so far")} <span class="quiet">${say("{0} of {1}", reached, steps.length)}</span></summary>
    <ol aria-label=${say("What you know so far")}>${steps.map(step)}</ol>
  </details>`;
}

function step({ text, reached }: Understanding): TemplateResult {
  return html`<li class=${reached ? "reached" : "quiet"}>
    ${icon(reached ? "pass-filled" : "circle-large-outline")}<span><span class="hidden">${reached ? say("Known: ") : say("Not yet: ")}</span>${words(text)}</span>
  </li>`;
}
