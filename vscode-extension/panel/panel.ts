/** The page in the side panel: what was said, what is asked now, and how things stand. */
import { html, nothing, render, type TemplateResult } from "lit";
import { isToPanel } from "../src/messages";
import type { DialogueView, Notice } from "../src/protocol";
import { firstDraft } from "./answer";
import { emptyPage, header, log, noticePage } from "./dialogue";
import { post } from "./host";
import { known } from "./known";
import { say, speak } from "./language";
import { model } from "./model";
import { Notebook } from "./notebook";
import { further, question } from "./question";
import { Trace } from "./trace";
import { words } from "./words";

const page = document.getElementById("gadfly") as HTMLElement;

const notebook = new Notebook(draw);
const trace = new Trace(draw);

let view: DialogueView | null = null;
let notice: Notice | null = null;
let draft = "";
let inHand = "";
let refused = "";
let sending = false;
let copied = false;

function draw(): void {
  render(notice ? noticePage(notice) : view ? dialoguePage(view) : emptyPage(), page);
}

function dialoguePage(now: DialogueView): TemplateResult {
  const answering = { draft, inHand, sending, refused, change, pick, send };
  return html`
    ${header(now)}
    ${log(now)}
    ${now.message ? message(now.message, now.template ?? "") : nothing}
    ${now.status === "untrusted" ? way(say("Gadfly runs a program only in a folder that you trust."), "shield", say("Manage trust"), "workbench.trust.manage") : nothing}
    ${now.status === "waiting" && !now.question ? way(say("Save the program, and its tests run."), "run", say("Run the tests"), "gadfly.runTests") : nothing}
    ${now.question ? question(now.question, answering, (range) => post({ type: "reveal", uri: now.uri, range })) : nothing}
    ${further(now, sending, send)}
    ${now.model ? model(now.model) : nothing}
    <div class="tools">
      ${known(now.understandings ?? [])}
      ${notebook.draw(now.uri, now.notebook ?? [])}
      ${trace.draw(now.uri, `${now.status} ${now.turns.length} ${now.question?.id}`)}
    </div>`;
}

function message(text: string, template: string): TemplateResult {
  const copy = () => {
    copied = true;
    post({ type: "copy", text: template });
    draw();
  };
  return html`<section class="message"><p>${words(text)}</p>
    ${template ? html`<pre class="snippet" tabindex="0">${template}</pre>
      <vscode-button secondary icon=${copied ? "check" : "copy"} @click=${copy}>${copied ? say("Copied") : say("Copy")}</vscode-button>` : nothing}
  </section>`;
}

function way(text: string, sign: string, title: string, command: string): TemplateResult {
  return html`<section class="message"><p class="quiet">${text}</p>
    <vscode-button secondary icon=${sign} @click=${() => post({ type: "command", command })}>${title}</vscode-button></section>`;
}

function change(text: string): void {
  draft = text;
  draw();
}

function pick(letter: string): void {
  inHand = letter;
  draw();
}

function send(answer: string): void {
  if (view) {
    [sending, refused] = [true, ""];
    post({ type: "answer", uri: view.uri, question: view.question?.id ?? "", answer });
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
    [draft, inHand, refused, copied] = [firstDraft(view?.question), "", "", false];
  }
  draw();
  if (grew || isNew) {
    requestAnimationFrame(() => settle(isNew));
  }
}

/** What is asked comes into sight; so does the last answer, and what lies below, where there is room. */
function settle(isNew: boolean): void {
  const answers = page.querySelectorAll(".turn.student");
  const asked = page.querySelector(".question") ?? page.querySelector(".log > :last-child");
  for (const part of [page.querySelector(".tools"), answers.item(answers.length - 1), asked]) {
    part?.scrollIntoView({ block: "nearest" });
  }
  if (isNew && document.hasFocus()) {
    focus();
  }
}

function focus(): void {
  const control = page.querySelector<HTMLElement>(".choice input, .control, .notice vscode-button, .message vscode-button");
  control?.focus();
}

window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (!isToPanel(data)) {
    return;
  }
  switch (data.type) {
    case "texts":
      document.documentElement.lang = data.language;
      speak(data.texts);
      return draw();
    case "show":
      notice = data.notice;
      return show(data.view);
    case "line":
      return change(String(data.line));
    case "answered":
      [sending, refused] = [false, data.refused];
      return draw();
    case "supposed":
      return notebook.heard(data.refused);
    case "here":
      return notebook.begin(data.name, data.line);
    case "trace":
      return trace.take(data.uri, data.trace);
    case "steps":
      return trace.show();
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
