/** Which Python the student selected, asked of whichever Python extension is there; none is needed. */
import { type Disposable, extensions, type Uri } from "vscode";

type Listen = (listener: () => void) => Disposable;

interface PythonEnvironments {
  getEnvironment(scope: Uri | undefined): Promise<{ execInfo?: { run?: { executable?: string } } } | undefined>;
  onDidChangeEnvironment?: Listen;
}

interface PythonExtension {
  environments?: {
    getActiveEnvironmentPath(resource?: Uri): { path: string };
    resolveEnvironment(path: { path: string }): Promise<{ executable?: { uri?: Uri } } | undefined>;
    onDidChangeActiveEnvironmentPath?: Listen;
  };
}

async function exported<T>(id: string): Promise<T | undefined> {
  try {
    return (await extensions.getExtension<T>(id)?.activate()) ?? undefined;
  } catch {
    return undefined; // Another extension's failure to start is not ours.
  }
}

const environments = () => exported<PythonEnvironments>("ms-python.vscode-python-envs");
const python = () => exported<PythonExtension>("ms-python.python");

export async function selectedInterpreter(resource?: Uri): Promise<string | undefined> {
  const environment = await (await environments())?.getEnvironment?.(resource);
  if (environment?.execInfo?.run?.executable) {
    return environment.execInfo.run.executable;
  }
  const api = (await python())?.environments;
  return api && (await api.resolveEnvironment(api.getActiveEnvironmentPath(resource)))?.executable?.uri?.fsPath;
}

export async function onDidSelectInterpreter(listener: () => void): Promise<Disposable[]> {
  const listens = [(await environments())?.onDidChangeEnvironment, (await python())?.environments?.onDidChangeActiveEnvironmentPath];
  return listens.flatMap((listen) => (listen ? [listen(listener)] : []));
}
