/** Which model the user chose in the editor's settings, and what became of asking one of the editor's own. */
import type { Refusal } from "./protocol";

export type From = "" | "off" | "server" | "editor";

export interface Models {
  from: From;
  name: string;
  url: string;
  seconds: number;
  requestsPerDay: number;
  tokensPerDay: number;
}

export interface Inspected {
  defaultValue?: unknown;
  globalValue?: unknown;
}

const KEYS: readonly (keyof Models)[] = ["from", "name", "url", "seconds", "requestsPerDay", "tokensPerDay"];

const SECRET = "gadfly.modelKey";

/** What the user's own settings say. Others may have written what is in a folder, so whatever stands there is passed over. */
export function chosen(inspect: (key: string) => Inspected | undefined): Models {
  const values = KEYS.map((key) => {
    const { globalValue, defaultValue } = inspect(key) ?? {};
    return [key, globalValue ?? defaultValue];
  });
  return Object.fromEntries(values) as Models;
}

/** The name under which a key is kept: each server has its own, so that none is sent to another. */
export function secretFor({ from, url }: Models): string | undefined {
  return from === "server" || from === "" ? `${SECRET} ${from} ${url.replace(/\/+$/, "")}` : undefined;
}

export const isModelKey = (secret: string): boolean => secret.startsWith(SECRET);

/** One of the editor's models by its name, its family or its id; without a wish the first. */
export function pick<Model extends { id: string; family: string; name: string }>(models: readonly Model[], wish: string): Model | undefined {
  return wish ? models.find(({ id, family, name }) => [id, family, name].includes(wish)) : models[0];
}

/** The editor's error codes are part of its API; whatever else goes wrong is not the user's to mend. */
export function refusal(error: unknown): Refusal {
  const code = (error as { code?: unknown } | undefined)?.code;
  return code === "NoPermissions" ? "consent" : code === "NotFound" ? "none" : code === "Blocked" ? "budget" : "other";
}
