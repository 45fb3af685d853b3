/** What was said so far, and how things stand. */
import "@vscode-elements/elements/dist/vscode-button/index.js";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { DialogueView, Notice, TurnView, Verdict } from "../src/protocol";
import { post } from "./host";
import { say } from "./language";
import { earlier, MARKS, markOf, STATES, startsExchange } from "./texts";
import { plainWords } from "./model";
import { icon, words } from "./words";

export function noticePage({ text, busy, actions }: Notice): TemplateResult {
  return html`<div class="notice" role="status">
    <p class="state">${icon(busy ? "loading" : "warning", busy)}<span>${text}</span></p>
    ${actions.map(({ title, command }, index) => html`
      <vscode-button block ?secondary=${index > 0} @click=${() => post({ type: "command", command })}>${title}</vscode-button>`)}
  </div>`;
}

export function emptyPage(): TemplateResult {
  return html`<div class="notice"><p>${say("Open a Python program that has tests, and save it.")}</p>
    <p class="quiet">${say("When a test disagrees with the program, a question appears here.")}</p></div>`;
}

export function header({ status, turns, headline, program, rules }: DialogueView): TemplateResult {
  const sign = STATES[status].icon;
  const word = say(STATES[status].word);
  const back = status === "waiting" && turns.length > 0;
  return html`<header class="state ${status}">
    ${icon(sign, status === "running")}
    <div>
      <h1>${words(headline || (back ? say("Where you left off") : word))}</h1>
      <p class="quiet"><span class="hidden">${word}: </span>${program}</p>
      ${rules ? html`<p class="quiet rules">${rules}</p>` : nothing}
    </div>
  </header>`;
}

export function log(view: DialogueView): TemplateResult {
  const turns = earlier(view.turns, view.question?.text, view.offer?.text);
  return html`<section class="log" role="log" aria-live="polite" aria-label=${say("What was said")}>
    ${repeat(turns, (turn) => turn.number, (turn, index) => html`
      <div class="turn ${turn.speaker} ${startsExchange(turns, index) ? "starts" : ""}">
        <span class="hidden">${turn.speaker === "tutor" ? "Gadfly: " : say("You: ")}</span><span class="said">${said(turn, view.uri)}</span>
        ${turn.worded ? plainWords(turn.worded) : nothing}
        ${mark(markOf(turns, index))}
        ${turn.kind === "hand-over" ? html`<button type="button" class="place" @click=${() => post({ type: "copy", text: turn.text })}>${icon("copy")}${say("Copy it")}</button>` : nothing}
      </div>`)}
  </section>`;
}

function said({ speaker, text, range }: TurnView, uri: string): ReturnType<typeof words> | string {
  return speaker === "student" ? text : words(text, range ? () => post({ type: "reveal", uri, range }) : undefined);
}

function mark(verdict: Verdict | undefined): TemplateResult | typeof nothing {
  return verdict ? html`<span class="mark ${verdict}">${icon(MARKS[verdict].icon)}${say(MARKS[verdict].word)}</span>` : nothing;
}
