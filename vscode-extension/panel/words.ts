/** Words and signs as they stand in the page. */
import "@vscode-elements/elements/dist/vscode-icon/index.js";
import { html, type TemplateResult } from "lit";
import { pieces } from "./texts";

/** The text of a turn; what it says of lines leads there, where there is a way. */
export function words(text: string, show?: () => void): (TemplateResult | string)[] {
  return pieces(text).map(({ text: part, kind }) => {
    if (kind === "code") {
      return html`<code class=${part.includes("\n") ? "program" : part.length <= 24 ? "short" : ""}>${part}</code>`;
    }
    return kind === "place" && show ? html`<button type="button" class="place" @click=${show}>${part}</button>` : part;
  });
}

export const icon = (name: string, spin = false): TemplateResult => html`<vscode-icon name=${name} ?spin=${spin}></vscode-icon>`;
