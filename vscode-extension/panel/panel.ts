/** The page in the side panel: what was said, what is asked now, and how things stand. */
import { html, nothing, render, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { DialogueView, FromPanel, Notice, QuestionView, ToPanel, TurnView, Verdict } from "../src/protocol";
import { answerControl } from "./answer";
import { earlier, linesOf, MARKS, markOf, numbered, STATES, startsExchange } from "./texts";
import { icon, words } from "./words";

const host = acquireVsCodeApi();
const page = document.getElementById("gadfly") as HTMLElement;
const post = (message: FromPanel) => host.postMessage(message);

let view: DialogueView | null = null;
let notice: Notice | null = null;
let draft = "";
let refused = "";
let sending = false;
let copied = false;

function draw(): void {
  render(notice ? noticePage(notice) : view ? dialoguePage(view) : emptyPage(), page);
}

function noticePage({ text, busy, actions }: Notice): TemplateResult {
  return html`<div class="notice" role="status">
    <p class="state">${icon(busy ? "loading" : "warning", busy)}<span>${text}</span></p>
    ${actions.map(({ title, command }, index) => html`
      <vscode-button block ?secondary=${index > 0} @click=${() => post({ type: "command", command })}>${title}</vscode-button>`)}
  </div>`;
}

function emptyPage(): TemplateResult {
  return html`<div class="notice"><p>Open a Python program that has tests, and save it.</p>
    <p class="quiet">When a test disagrees with the program, a question appears here.</p></div>`;
}

function dialoguePage(now: DialogueView): TemplateResult {
  const back = now.status === "waiting" && now.turns.length > 0;
  return html`
    <header class="state ${now.status}">
      ${icon(STATES[now.status].icon, now.status === "running")}
      <div>
        <h1>${words(now.headline || (back ? "Where you left off" : STATES[now.status].word))}</h1>
        <p class="quiet"><span class="hidden">${STATES[now.status].word}: </span>${now.program}</p>
      </div>
    </header>
    ${log(earlier(now.turns, now.question?.text))}
    ${now.message ? message(now.message, now.template ?? "") : nothing}
    ${now.status === "untrusted" ? offer("Gadfly runs a program only in a folder that you trust.", "shield", "Manage trust", "workbench.trust.manage") : nothing}
    ${now.status === "waiting" && !now.question ? offer("Save the program, and its tests run.", "run", "Run the tests", "gadfly.runTests") : nothing}
    ${now.question ? question(now.question) : nothing}`;
}

function log(turns: TurnView[]): TemplateResult {
  return html`<section class="log" role="log" aria-live="polite" aria-label="What was said">
    ${repeat(turns, (turn) => turn.number, (turn, index) => html`
      <div class="turn ${turn.speaker} ${startsExchange(turns, index) ? "starts" : ""}">
        <span class="hidden">${turn.speaker === "tutor" ? "Gadfly: " : "You: "}</span><span class="said">${said(turn)}</span>
        ${mark(markOf(turns, index))}
      </div>`)}
  </section>`;
}

function said({ speaker, text, range }: TurnView): ReturnType<typeof words> | string {
  const show = range && view ? () => reveal(range) : undefined;
  return speaker === "student" ? text : words(text, show);
}

function reveal(range: NonNullable<TurnView["range"]>): void {
  if (view) {
    post({ type: "reveal", uri: view.uri, range });
  }
}

function mark(verdict: Verdict | undefined): TemplateResult | typeof nothing {
  return verdict ? html`<span class="mark ${verdict}">${icon(MARKS[verdict].icon)}${MARKS[verdict].word}</span>` : nothing;
}

function question(asked: QuestionView): TemplateResult {
  const { range } = asked;
  return html`<section class="question" aria-label="The question">
    <h2 aria-live="polite">${words(asked.text)}</h2>
    ${asked.snippet ? snippet(asked) : nothing}
    ${answerControl(asked, { draft, sending, refused, change, send })}
    ${range ? html`<button type="button" class="place" @click=${() => reveal(range)}>${icon("go-to-file")}Show me the place</button>` : nothing}
  </section>`;
}

function snippet({ snippet: code, range }: QuestionView): TemplateResult | typeof nothing {
  if (!code) {
    return nothing;
  }
  const lines = range ? numbered(code, ...linesOf(range)) : numbered(code);
  return html`<div class="snippet" tabindex="0" role="region" aria-label="Your program"><table role="presentation">${lines.map(({ number, text, shown }) => html`
    <tr class=${shown ? "shown" : ""}><td class="number">${number}</td><td class="line">${text || " "}</td></tr>`)}</table></div>`;
}

function message(text: string, template: string): TemplateResult {
  const copy = () => {
    copied = true;
    post({ type: "copy", text: template });
    draw();
  };
  return html`<section class="message"><p>${words(text)}</p>
    ${template ? html`<pre class="snippet" tabindex="0">${template}</pre>
      <vscode-button secondary icon=${copied ? "check" : "copy"} @click=${copy}>${copied ? "Copied" : "Copy"}</vscode-button>` : nothing}
  </section>`;
}

function offer(text: string, sign: string, title: string, command: string): TemplateResult {
  return html`<section class="message"><p class="quiet">${text}</p>
    <vscode-button secondary icon=${sign} @click=${() => post({ type: "command", command })}>${title}</vscode-button></section>`;
}

function change(text: string): void {
  draft = text;
  draw();
}

function send(answer: string): void {
  if (view?.question) {
    [sending, refused] = [true, ""];
    post({ type: "answer", uri: view.uri, question: view.question.id, answer });
    draw();
  }
}

/** A new question takes the focus only from what was inside the panel, never from the student's program. */
function show(next: DialogueView | null): void {
  const grew = next?.uri !== view?.uri || next?.turns.length !== view?.turns.length;
  const isNew = (grew && sending) || next?.uri !== view?.uri || next?.question?.id !== view?.question?.id;
  view = next;
  sending = sending && !grew;
  if (isNew) {
    [draft, refused, copied] = ["", "", false];
  }
  draw();
  if (grew || isNew) {
    requestAnimationFrame(() => settle(isNew));
  }
}

function settle(isNew: boolean): void {
  const end = page.querySelector(".question") ?? page.querySelector(".log > :last-child");
  end?.scrollIntoView({ block: "nearest" });
  if (isNew && document.hasFocus()) {
    focus();
  }
}

function focus(): void {
  const control = page.querySelector<HTMLElement>(".choice input, .control, .notice vscode-button, .message vscode-button");
  control?.focus();
}

window.addEventListener("message", ({ data }: MessageEvent<ToPanel>) => {
  switch (data.type) {
    case "show":
      notice = data.notice;
      return show(data.view);
    case "line":
      return change(String(data.line));
    case "answered":
      [sending, refused] = [false, data.refused];
      return draw();
    case "focus":
      window.focus();
      return focus();
  }
});
// The second key of a chord such as Ctrl+Alt+G P is for VS Code, not for the text that is being typed.
let inChord = false;
window.addEventListener("keydown", (event) => {
  if (inChord) {
    event.preventDefault();
  }
  inChord = event.altKey && (event.ctrlKey || event.metaKey) && event.code === "KeyG";
}, { capture: true });

draw();
post({ type: "ready" });
