/** The class server that is chosen in the settings, and the student's token: kept by the editor, shown to that server alone. */
import { type SecretStorage, window, workspace } from "vscode";
import { say } from "../panel/language";
import { addressOf, type ClassServer, tokenName } from "./classServer";
import { CannotStart } from "./environment";

/** The chosen server, nothing where none is; what is no address cannot be started. */
export function classServer(): ClassServer | undefined {
  const settings = workspace.getConfiguration("gadfly.server");
  const text = settings.get("address", "").trim();
  const address = addressOf(text);
  if (text && !address) {
    throw new CannotStart(say("{0} is no address. Write HOST:PORT into gadfly.server.address.", text));
  }
  return address && { ...address, student: settings.get("student", "").trim() };
}

export async function tokenFor(secrets: SecretStorage, server: ClassServer): Promise<string> {
  const token = server.student && (await secrets.get(tokenName(server)));
  if (!token) {
    throw new CannotStart(say("The server of your class wants to know who you are. Set gadfly.server.student, then run “Gadfly: Set the Class Token”."));
  }
  return token;
}

/** Ask for the token and keep it, or remove it where nothing is written; Gadfly connects again. */
export async function setToken(secrets: SecretStorage): Promise<void> {
  const server = classServer();
  if (!server?.student) {
    void window.showInformationMessage(say("Set gadfly.server.address and gadfly.server.student first. Your teacher knows both."));
    return;
  }
  const prompt = say("The token of {0}. The editor keeps it, and only the server of your class is shown it. Leave this empty to remove the token.", server.student);
  const token = await window.showInputBox({ password: true, ignoreFocusOut: true, title: say("Gadfly: your token"), prompt });
  if (token === undefined) {
    return; // it was closed
  }
  await (token.trim() ? secrets.store(tokenName(server), token.trim()) : secrets.delete(tokenName(server)));
}
