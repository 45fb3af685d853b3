/** The way to one server: what fails because it is just being stopped is in the log, and no message on the screen. */
import type { CancellationToken, MessageSignature } from "vscode-languageclient";
import { LanguageClient, type LanguageClientOptions, type ServerOptions, State } from "vscode-languageclient/node";
import { granted, limits } from "./granted";

export class Client extends LanguageClient {
  constructor(id: string, name: string, server: ServerOptions, options: LanguageClientOptions) {
    super(id, name, server, { ...options, middleware: granted(options.middleware), initializationFailedHandler: () => false });
    this.registerFeature(limits);
  }

  /** A setting can stop the server between two steps of a request, and whoever asked asks the next server again. */
  override handleFailedRequest<T>(kind: MessageSignature, token: CancellationToken | undefined, error: unknown, empty: T, ...how: [boolean?, boolean?]): T {
    return this.isStopped() ? empty : super.handleFailedRequest(kind, token, error, empty, ...how);
  }

  /** Why a server could not start is told in the panel, once. */
  override error(message: string, data?: unknown, shown: boolean | "force" = true): void {
    super.error(message, data, this.state === State.Running && shown);
  }

  private isStopped(): boolean {
    return this.state === State.Stopped; // which it is from the moment in which it is told to stop
  }
}
