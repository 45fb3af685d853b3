/** What a server may have done in the editor: it asks and shows pages. Nothing else is its to open, run or change. */
import type { CodeAction, Command } from "vscode";
import type { Middleware, ServerCapabilities, StaticFeature } from "vscode-languageclient";

const USED: ReadonlySet<string> = new Set([
  "codeActionProvider", "codeLensProvider", "diagnosticProvider", "executeCommandProvider", "experimental", "hoverProvider",
  "positionEncoding", "resolvedTextDocumentSync", "textDocumentSync", "workspace",
]);
const REGISTERED = "workspace/didChangeWatchedFiles";

const isOurs = (command: string | undefined): boolean => /^gadfly\.\w+$/.test(command ?? "");
const isPage = (uri: string): boolean => uri.startsWith("file:") && uri.endsWith(".md");

function isGranted(action: Command | CodeAction): boolean {
  const called = typeof action.command === "string" ? action.command : action.command?.command;
  return isOurs(called) && !("edit" in action && action.edit);
}

const kept = <Given>(all: Given[] | null | undefined, check: (one: Given) => boolean) => all && all.filter(check);

/** Middleware that lets through what Gadfly's own server asks of an editor. */
export const granted = (other: Middleware = {}): Middleware => ({
  ...other,
  workspace: { ...other.workspace, handleApplyEdit: () => ({ applied: false }) },
  window: {
    ...other.window,
    showDocument: (params, token, next) => (isPage(params.uri) && !params.external ? next(params, token) : { success: false }),
  },
  provideCodeActions: async (document, range, context, token, next) => kept(await next(document, range, context, token), isGranted),
  resolveCodeAction: (action) => action,
  provideCodeLenses: async (document, token, next) => kept(await next(document, token), ({ command }) => isOurs(command?.command)),
  resolveCodeLens: (lens) => lens,
  handleRegisterCapability: async (params, next) => {
    await next({ registrations: params.registrations.filter(({ method }) => method === REGISTERED) }, undefined as never);
  },
});

/** Forgets what else a server says it can do before any part of the client hears of it. */
export const limits: StaticFeature = {
  preInitialize: (capabilities) => limit(capabilities as ServerCapabilities & Record<string, unknown>),
  fillClientCapabilities: () => {},
  initialize: () => {},
  getState: () => ({ kind: "static" }),
  clear: () => {},
};

function limit(capabilities: ServerCapabilities & Record<string, unknown>): void {
  for (const name of Object.keys(capabilities).filter((each) => !USED.has(each))) {
    delete capabilities[name];
  }
  const { workspaceFolders } = capabilities.workspace ?? {};
  capabilities.workspace = workspaceFolders ? { workspaceFolders } : {};
  capabilities.executeCommandProvider = { commands: (capabilities.executeCommandProvider?.commands ?? []).filter(isOurs) };
  const sync = capabilities["resolvedTextDocumentSync"];
  capabilities["resolvedTextDocumentSync"] = sync && { ...sync, willSave: false, willSaveWaitUntil: false };
}
