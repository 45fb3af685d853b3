/** The way from the page to the extension. */
import type { FromPanel } from "../src/protocol";

const host = acquireVsCodeApi();

export function post(message: FromPanel): void {
  host.postMessage(message);
}
