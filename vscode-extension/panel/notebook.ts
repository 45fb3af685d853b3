/** The notebook: the student says what a name is at a line, and the recorded run confirms or refutes it. */
import "@vscode-elements/elements/dist/vscode-button/index.js";
import "@vscode-elements/elements/dist/vscode-textfield/index.js";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { NoteView } from "../src/protocol";
import { post } from "./host";
import { say } from "./language";
import { NOTES } from "./texts";
import { icon, words } from "./words";

interface Field extends HTMLElement {
  value: string;
}

const EMPTY = { name: "", line: "", time: "", value: "" };

export class Notebook {
  private draft = { ...EMPTY };
  private open = false;
  private sending = false;
  private refused = "";

  constructor(private readonly redraw: () => void) {}

  draw(uri: string, notes: readonly NoteView[]): TemplateResult {
    return html`<details class="tool notebook" .open=${this.open} @toggle=${(event: Event) => { this.open = (event.target as HTMLDetailsElement).open; }}>
      <summary>${say("Notebook")} <span class="quiet">${notes.length || nothing}</span></summary>
      <p class="quiet">${say("Say what a name is at a line. Your recorded run shows whether it is so.")}</p>
      ${this.form(uri)}
      <ul class="notes" aria-label=${say("What you supposed")} aria-live="polite">${repeat(notes, ({ number }) => number, (note) => noteItem(uri, note))}</ul>
    </details>`;
  }

  /** Begin with what the cursor in the editor is at. */
  begin(name: string, line: number): void {
    this.draft = { ...EMPTY, name, line: line > 0 ? String(line) : "" };
    this.open = true;
    this.redraw();
    requestAnimationFrame(() => document.querySelector<HTMLElement>(name ? ".notebook .value" : ".notebook .name")?.focus());
  }

  /** What became of the hypothesis that was sent; a refused one stays, to be mended. */
  heard(refused: string): void {
    [this.sending, this.refused] = [false, refused];
    if (!refused) {
      this.draft = { ...EMPTY };
    }
    this.redraw();
  }

  private form(uri: string): TemplateResult {
    const submit = (event: Event) => {
      event.preventDefault();
      this.send(uri);
    };
    const enter = (event: KeyboardEvent) => event.key === "Enter" && (event.currentTarget as HTMLFormElement).requestSubmit();
    return html`<form aria-busy=${this.sending} @submit=${submit} @keydown=${enter}>
      <div class="fields">
        ${this.field("name", say("Name"), say("total"))}${this.field("line", say("Line"), "4")}
        ${this.field("value", say("Is"), "3")}${this.field("time", say("Which time"), say("every time"))}
      </div>
      <div class="row">
        <vscode-button type="submit" ?disabled=${!this.complete || this.sending}>${say("Check it")}</vscode-button>
        <vscode-button secondary @click=${() => post({ type: "here" })}>${say("From the editor")}</vscode-button>
      </div>
      ${this.refused ? html`<p class="refused" role="alert">${words(this.refused)}</p>` : nothing}
    </form>`;
  }

  private field(part: keyof typeof EMPTY, label: string, placeholder: string): TemplateResult {
    const input = (event: Event) => {
      this.draft[part] = (event.target as Field).value;
      this.redraw();
    };
    return html`<div class="field"><span aria-hidden="true">${label}</span>
      <vscode-textfield class="${part} code" .label=${label} placeholder=${placeholder} autocomplete="off" .value=${this.draft[part]} @input=${input}></vscode-textfield>
    </div>`;
  }

  private get complete(): boolean {
    const { name, line, time, value } = this.draft;
    return name.trim() !== "" && Number(line) >= 1 && /^(|\d+|last)$/.test(time.trim()) && value.trim() !== "";
  }

  private send(uri: string): void {
    if (this.complete && !this.sending) {
      [this.sending, this.refused] = [true, ""];
      const { name, line, time, value } = this.draft;
      const which = time.trim() === "" ? {} : { time: time.trim() === "last" ? "last" as const : Number(time) };
      post({ type: "suppose", supposition: { uri, name: name.trim(), line: Number(line), ...which, value: value.trim() } });
      this.redraw();
    }
  }
}

function noteItem(uri: string, { number, text, verdict, outcome, range, earlier }: NoteView): TemplateResult {
  const show = range ? () => post({ type: "reveal", uri, range }) : undefined;
  return html`<li>
    <p>${words(text, show)}</p>
    <p class="outcome"><span class="mark ${verdict}">${icon(NOTES[verdict])}</span><span>${words(outcome)}</span></p>
    ${earlier.map((before) => html`<p class="quiet">${say("Run {0}:", before.run)} ${words(before.outcome)}</p>`)}
    <button type="button" class="place" aria-label=${say("Forget: {0}", text.replaceAll("`", ""))} @click=${() => post({ type: "forget", uri, number })}>${say("Forget")}</button>
  </li>`;
}
