/** Decides how the server is started, and makes what is missing. */
import { type ExtensionContext, ProgressLocation, window, workspace } from "vscode";
import { say } from "../panel/language";
import { askPython, CannotStart, COMMON_NAMES, canHost, carriedWheel, firstHost, fits, PrivateEnvironment, serverCommand } from "./environment";
import { selectedInterpreter } from "./interpreter";
import { modelsOf } from "./keys";

export async function findServer(context: ExtensionContext): Promise<string[]> {
  const settings = workspace.getConfiguration("gadfly");
  const command = settings.get<string[]>("server.command", []);
  if (command.length > 0) {
    return command;
  }
  // An interpreter inside an untrusted folder is that folder's code.
  const selected = workspace.isTrusted ? await selectedInterpreter() : undefined;
  if (selected && settings.get("importStrategy") === "fromEnvironment") {
    const python = await askPython([selected]);
    if (python && canHost(python) && fits(python.gadfly, String(context.extension.packageJSON.version))) {
      return serverCommand(python.path);
    }
  }
  return serverCommand(await privatePython(context, selected));
}

async function privatePython(context: ExtensionContext, selected: string | undefined): Promise<string> {
  const wheel = await carriedWheel(context.asAbsolutePath("build/wheel"));
  if (!wheel) {
    throw new CannotStart(say("This build of the extension carries no server. Set gadfly.server.command."));
  }
  const wheelhouse = workspace.getConfiguration("gadfly").get("wheelhouse", "");
  const extra = modelsOf().from === "server" ? "models" : "";
  const environment = new PrivateEnvironment(context.globalStorageUri.fsPath, wheel, wheelhouse, extra);
  if (await environment.isReady()) {
    return environment.python;
  }
  const base = await firstHost([...(selected ? [[selected]] : []), ...COMMON_NAMES]);
  if (!base) {
    throw new CannotStart(say("Gadfly needs Python 3.10 or newer, and found none."));
  }
  await workspace.fs.createDirectory(context.globalStorageUri);
  await window.withProgress({ location: ProgressLocation.Notification, title: say("Gadfly (first start)") }, (progress) =>
    environment.make(base.path, (message) => progress.report({ message })),
  );
  return environment.python;
}
