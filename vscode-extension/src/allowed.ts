/** What the page may have done: our commands that it has buttons for and the editor's page on trust, nothing else. */
const ALLOWED: ReadonlySet<unknown> = new Set([
  "gadfly.help",
  "gadfly.restart",
  "gadfly.runTests",
  "gadfly.showModelRequest",
  "gadfly.showOutput",
  "workbench.trust.manage",
]);

export function mayRun(command: unknown): command is string {
  return ALLOWED.has(command);
}
