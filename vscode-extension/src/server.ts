/** The server's life as the editor sees it, and the last thing it said about each program. */
import { type Disposable, EventEmitter, type ExtensionContext, Uri, window, workspace } from "vscode";
import { DidChangeConfigurationNotification, ResponseError, type StaticFeature } from "vscode-languageclient";
import { type ServerOptions, State, TransportKind } from "vscode-languageclient/node";
import { later, say } from "../panel/language";
import { type ClassServer, connected, isClassToken } from "./classServer";
import { classServer, tokenFor } from "./classToken";
import { Client } from "./client";
import { CannotStart } from "./environment";
import { onDidSelectInterpreter, selectedInterpreter } from "./interpreter";
import { answers, offersModels } from "./editorModel";
import { keyFor, modelsOf } from "./keys";
import { findServer } from "./launch";
import { isModelKey } from "./models";
import { isDialogue, isModelRequest, isReveal, isTrace } from "./messages";
import type { DialogueView, ModelReply, Notice, Supposition, TraceView } from "./protocol";

const RESTART = { title: later("Try again"), command: "gadfly.restart" };
const LOG = { title: later("Show the log"), command: "gadfly.showOutput" };
const HELP = { title: later("Help me start"), command: "gadfly.help" };

const RESTARTED = ["gadfly.models", "gadfly.server"];

const announcesOurs: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    const gadfly = { panel: 1, ...(offersModels() ? { models: 1 } : {}) };
    capabilities.experimental = { ...(capabilities.experimental as object | undefined), gadfly };
  },
  initialize: () => {},
  getState: () => ({ kind: "static" }),
  clear: () => {},
};

export class Server implements Disposable {
  readonly log = window.createOutputChannel("Gadfly", { log: true });
  private readonly changed = new EventEmitter<void>();
  private readonly revealed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  readonly onDidReveal = this.revealed.event;
  private readonly views = new Map<string, DialogueView>();
  private readonly disposables: Disposable[] = [this.log, this.changed, this.revealed];
  private client: Client | undefined;
  private life: Promise<void> = Promise.resolve();
  private uri = "";
  notice: Notice | undefined;

  constructor(private readonly context: ExtensionContext) {
    this.disposables.push(
      window.onDidChangeActiveTextEditor(() => this.follow()),
      workspace.onDidGrantWorkspaceTrust(() => this.trust()),
      workspace.onDidChangeConfiguration((change) => RESTARTED.some((name) => change.affectsConfiguration(name)) && this.restart()),
      context.secrets.onDidChange(({ key: name }) => (isModelKey(name) || isClassToken(name)) && this.restart()),
    );
    onDidSelectInterpreter(() => this.configure()).then((more) => this.disposables.push(...more));
  }

  /** The dialogue that is on show. */
  get view(): DialogueView | undefined {
    return this.views.get(this.uri);
  }

  /** Whether there is a dialogue about a program: places in others are nobody's to show. */
  speaksOf(uri: string): boolean {
    return this.views.has(key(uri));
  }

  /** Start, or start again; two of these never overlap, however fast they are asked for. */
  restart(): Promise<void> {
    this.life = this.life.then(() => this.stop()).then(() => this.start());
    return this.life;
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.dispose().catch((error) => this.log.warn(String(error)));
  }

  async answer(uri: string, question: string, answer: string): Promise<void> {
    this.take(await this.ask<unknown>("gadfly/answer", { uri, question, answer }));
  }

  async suppose(supposition: Supposition): Promise<void> {
    this.take(await this.ask<unknown>("gadfly/suppose", supposition));
  }

  async forget(uri: string, number: number): Promise<void> {
    this.take(await this.ask<unknown>("gadfly/forgetHypothesis", { uri, number }));
  }

  /** The recorded run from this step on, as much of it as comes at once. */
  async trace(uri: string, offset: number): Promise<TraceView | null> {
    const trace = await this.ask<unknown>("gadfly/trace", { uri, offset });
    return isTrace(trace) ? trace : null;
  }

  /** Have the server do one of its commands for the program in the editor, else for the one on show. */
  async command(command: string): Promise<void> {
    const uri = programInEditor() || this.uri;
    if (uri && this.client?.isRunning()) {
      await this.ask("workspace/executeCommand", { command, arguments: [uri] });
    } else {
      window.setStatusBarMessage(say("Gadfly: open a Python program first"), 4000);
    }
  }

  dispose(): void {
    for (const disposable of this.disposables) {
      disposable.dispose();
    }
  }

  private async ask<Result>(method: string, params: object): Promise<Result> {
    const client = this.client;
    const reply = client?.isRunning() ? client.sendRequest<Result>(method, params) : Promise.reject<Result>();
    return reply.catch((error) => {
      throw client?.isRunning() ? error : new Error(say("Gadfly is not running yet. Try again in a moment."));
    });
  }

  private async start(): Promise<void> {
    this.tell(say("Gadfly is starting …"), true);
    try {
      const shared = classServer();
      const settings = await settingsOf();
      this.client = shared
        ? this.clientOf(overTcp(shared), settings, { student: { name: shared.student, token: await tokenFor(this.context.secrets, shared) } })
        : this.clientOf(asProcess(await findServer(this.context), await keyFor(this.context.secrets)), settings);
      await this.client.start();
    } catch (error) {
      void this.stop(); // else that its connection ends would be told in the place of why
      const known = error instanceof CannotStart || error instanceof ResponseError;
      this.log.error(String(error), known ? String(error.cause ?? "") : "");
      this.tell(known ? error.message : say("Gadfly could not start."), false, [known ? HELP : RESTART, known ? RESTART : HELP, LOG]);
    }
  }

  private clientOf(server: ServerOptions, settings: object, who: object = {}): Client {
    const client = new Client("gadfly", "Gadfly", server, {
      documentSelector: [{ scheme: "file", language: "python" }],
      outputChannel: this.log,
      synchronize: { configurationSection: "gadfly" },
      initializationOptions: { trusted: workspace.isTrusted, settings, models: modelsOf(), ...who },
      middleware: {
        workspace: {
          didChangeConfiguration: () => this.configure(),
          configuration: ({ items }) => Promise.all(items.map(({ scopeUri }) => settingsOf(scopeUri))),
        },
      },
    });
    client.registerFeature(announcesOurs);
    client.onRequest<ModelReply, void>("gadfly/model", (request: unknown, token) => (isModelRequest(request) ? answers(request, token) : { refused: "other" }));
    client.onNotification("gadfly/dialogue", (view: unknown) => this.take(view));
    client.onNotification("gadfly/reveal", (params: unknown) => (isReveal(params) ? this.reveal(params.uri) : this.log.warn("The server named nothing to show.")));
    client.onDidChangeState(({ newState }) => client === this.client && this.changeState(newState));
    return client;
  }

  private changeState(state: State): void {
    if (state === State.Running) {
      this.notice = undefined;
      this.follow();
      this.changed.fire();
    } else if (state === State.Stopped) {
      this.tell(say("Gadfly's server has stopped."), false, [RESTART, LOG]);
    }
  }

  private async follow(): Promise<void> {
    const uri = programInEditor() || this.uri;
    if (uri && this.client?.isRunning()) {
      await this.show(uri);
    }
  }

  private async reveal(uri: string): Promise<void> {
    await this.show(uri);
    this.revealed.fire();
  }

  /** A file that has no dialogue, such as one of tests, leaves the panel as it is. */
  private async show(uri: string): Promise<void> {
    const view = await this.client?.sendRequest<unknown>("gadfly/dialogue", { uri });
    this.uri = isDialogue(view) ? key(view.uri) : this.uri;
    this.take(view);
  }

  private take(view: unknown): void {
    if (isDialogue(view)) {
      this.views.set(key(view.uri), view);
      this.uri ||= key(view.uri);
      this.changed.fire();
    } else if (view) {
      this.log.warn("The server sent what is no dialogue.");
    }
  }

  private tell(text: string, busy: boolean, actions: Notice["actions"] = []): void {
    this.notice = { text, busy, actions: actions.map(({ title, command }) => ({ title: say(title), command })) };
    this.changed.fire();
  }

  private async trust(): Promise<void> {
    await this.client?.sendNotification("gadfly/trust", { trusted: true });
    await this.configure();
  }

  /** A server that is just starting asks for the settings itself. */
  private async configure(): Promise<void> {
    const settings = { gadfly: await settingsOf() };
    if (this.client?.isRunning()) {
      await this.client.sendNotification(DidChangeConfigurationNotification.type, { settings });
    }
  }
}

function asProcess([command = "", ...args]: string[], key: string): ServerOptions {
  // What is written to a server's standard input may be logged; its environment is not.
  const options = key ? { env: { ...process.env, GADFLY_MODEL_KEY: key } } : {};
  return { command, args, options, transport: TransportKind.stdio };
}

function overTcp(server: ClassServer): ServerOptions {
  return () =>
    connected(server).catch((cause) => {
      throw new CannotStart(say("The server of your class at {0} does not answer.", `${server.host}:${server.port}`), { cause });
    });
}

/** The settings as the server reads them, with the interpreter that is selected in the editor where none is set. */
async function settingsOf(scope?: string): Promise<object> {
  const resource = scope === undefined ? undefined : Uri.parse(scope);
  const { language, python, tests, run, limits, patterns, memory } = workspace.getConfiguration("gadfly", resource);
  const interpreter = python.interpreter || (workspace.isTrusted && (await selectedInterpreter(resource))) || "";
  return { language, python: { interpreter }, tests, run, limits, patterns, memory };
}

function programInEditor(): string {
  const document = window.activeTextEditor?.document;
  return document?.languageId === "python" && document.uri.scheme === "file" ? document.uri.toString() : "";
}

const key = (uri: string): string => Uri.parse(uri).toString();
