/** Words and signs as they stand in the page. */
import "@vscode-elements/elements/dist/vscode-icon/index.js";
import { html, type TemplateResult } from "lit";
import { pieces } from "./texts";

export const words = (text: string) => pieces(text).map((piece) => (piece.code ? html`<code>${piece.text}</code>` : piece.text));

export const icon = (name: string, spin = false): TemplateResult => html`<vscode-icon name=${name} ?spin=${spin}></vscode-icon>`;
