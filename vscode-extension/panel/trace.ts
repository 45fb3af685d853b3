/** The trace viewer: goes through the recorded run step by step, up to where the open question stands. */
import { html, nothing, type TemplateResult } from "lit";
import type { StepView, TraceView } from "../src/protocol";
import { post } from "./host";
import { say } from "./language";
import { announced, happens, missing, movedTo, type Stepping, taken } from "./stepping";
import { icon, words } from "./words";

export class Trace {
  private stepping: Stepping | null = null;
  private open = false;
  private uri = "";
  private asked = "";
  private takesFocus = false;

  constructor(private readonly redraw: () => void) {}

  /** What was recorded is read again when it may be another: `state` says what it depends on. */
  draw(uri: string, state: string): TemplateResult {
    if (this.uri !== uri) {
      [this.uri, this.stepping] = [uri, null];
    }
    if (this.open && this.asked !== `${uri} ${state}`) {
      this.asked = `${uri} ${state}`;
      post({ type: "trace", uri, offset: 0 });
    }
    return html`<details class="tool trace" .open=${this.open} @toggle=${(event: Event) => this.toggle((event.target as HTMLDetailsElement).open)}>
      <summary>${say("Step through the run")}</summary>
      ${this.open && this.stepping ? this.page(this.stepping) : nothing}
    </details>`;
  }

  show(): void {
    this.takesFocus = true;
    this.toggle(true);
    this.arrive();
  }

  take(uri: string, trace: TraceView | null): void {
    if (uri === this.uri && trace) {
      this.stepping = taken(this.stepping, trace);
      this.arrive();
    }
  }

  private toggle(open: boolean): void {
    if (this.open !== open) {
      this.open = open;
      this.asked = "";
      if (!open) {
        post({ type: "left" });
      }
      this.redraw();
    }
  }

  private go(at: number): void {
    if (this.stepping) {
      this.stepping = movedTo(this.stepping, at);
      this.arrive();
    }
  }

  private arrive(): void {
    const { stepping, uri } = this;
    const offset = stepping && missing(stepping);
    const step = stepping?.steps.get(stepping.at);
    if (typeof offset === "number") {
      post({ type: "trace", uri, offset });
    } else if (stepping && step && this.open) {
      post({ type: "step", uri, line: step.line, text: say("step {0} of {1}", step.number, stepping.trace.total) });
    }
    this.redraw();
    if (this.takesFocus && this.stepping) {
      this.takesFocus = false;
      document.querySelector<HTMLElement>(this.stepping.trace.total > 0 ? ".steps > .next" : ".trace > summary")?.focus();
    }
  }

  private page(stepping: Stepping): TemplateResult {
    const { trace, steps, at } = stepping;
    const step = steps.get(at);
    const last = at === Math.max(1, trace.total);
    return html`${trace.call ? html`<p class="quiet">${words(say("`{0}` in {1}", trace.call, trace.test))}</p>` : nothing}
      ${trace.total > 0 ? this.steps(stepping) : nothing}
      <p class="hidden" role="status">${announced(stepping)}</p>
      ${step ? shown(step) : nothing}
      ${last ? html`<p class="end">${words(trace.message)}</p>` : nothing}`;
  }

  /** The arrow keys work on each of the buttons. */
  private steps({ trace: { total }, at }: Stepping): TemplateResult {
    const goes: Record<string, number> = { ArrowLeft: at - 1, ArrowUp: at - 1, ArrowRight: at + 1, ArrowDown: at + 1, Home: 1, End: total };
    const keys = (event: KeyboardEvent) => {
      const to = goes[event.key];
      if (to !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        this.go(to);
      }
    };
    const button = (to: number, sign: string, label: string, possible: boolean) => html`<button type="button" class=${sign === "arrow-right" ? "next" : ""} aria-label=${label}
      title=${label} aria-disabled=${!possible} @click=${() => this.go(to)}>${icon(sign)}</button>`;
    return html`<div class="steps" role="group" aria-label=${say("Steps of the run")} @keydown=${keys}>
      ${button(1, "debug-reverse-continue", say("First step"), at > 1)}${button(at - 1, "arrow-left", say("Step back"), at > 1)}
      ${button(at + 1, "arrow-right", say("Next step"), at < total)}${button(total, "debug-continue", say("Last step"), at < total)}
      <span>${say("Step {0} of {1}", at, total)}</span>
    </div>`;
  }
}

function shown(step: StepView): TemplateResult {
  const { names, passes, code, depth, line } = step;
  const place = happens(step);
  return html`<p>${words(place.charAt(0) === "`" ? place : place.charAt(0).toUpperCase() + place.slice(1))}${
    passes.map((pass) => say(", in pass {0} of the loop on line {1}", pass.number, pass.line))}.</p>
    <div class="snippet" tabindex="0" role="region" aria-label=${say("The line")}><table role="presentation"><tr class="shown"><td class="number">${line}</td><td class="line">${code}</td></tr></table></div>
    <table class="names">
      <caption>${words(say("Names in `{0}`", step.function))}${depth > 0 ? say(", {0} calls deep", depth + 1) : ""}</caption>
      <thead><tr><th scope="col">${say("Name")}</th><th scope="col">${say("Value")}</th></tr></thead>
      <tbody>${names.length === 0 ? html`<tr><td colspan="2" class="quiet">${say("none yet")}</td></tr>` : names.map(({ name, value, changed }) => html`
        <tr class=${changed ? "changed" : ""}><th scope="row">${name}</th><td><span class="code">${value}</span>${changed ? html` <span class="quiet">${say("changed")}</span>` : nothing}</td></tr>`)}</tbody>
    </table>`;
}
