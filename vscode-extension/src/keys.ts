/** The model that is chosen in the user's settings, and its key: kept by the editor, given to the server and to nobody else. */
import { type SecretStorage, window, workspace } from "vscode";
import { say } from "../panel/language";
import { chosen, type Models, secretFor } from "./models";

export function modelsOf(): Models {
  const settings = workspace.getConfiguration("gadfly.models");
  return chosen((key) => settings.inspect(key));
}

/** The key for the server that is chosen now; empty if there is none. */
export async function keyFor(secrets: SecretStorage): Promise<string> {
  const name = secretFor(modelsOf());
  return (name && (await secrets.get(name))) || "";
}

/** Ask for a key and keep it; the server is started again with it. */
export async function setKey(secrets: SecretStorage): Promise<void> {
  const name = nameOfSecret();
  const where = modelsOf().url || say("your model's server");
  const key = name && (await window.showInputBox({ password: true, ignoreFocusOut: true, title: say("Gadfly: the model's key"), prompt: say("The key for {0}. The editor keeps it, and only that server is sent it.", where) }));
  if (name && key?.trim()) {
    await secrets.store(name, key.trim());
  }
}

export async function removeKey(secrets: SecretStorage): Promise<void> {
  const name = nameOfSecret();
  if (name) {
    await secrets.delete(name);
  }
}

function nameOfSecret(): string | undefined {
  const name = secretFor(modelsOf());
  if (!name) {
    void window.showInformationMessage(say("The editor's own models need no key, and neither does none. Choose a server in `gadfly.models.from` first."));
  }
  return name;
}
