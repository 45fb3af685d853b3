/** Gadfly's own labels: in the language of the dialogue on show, else in the one that is chosen, else in the editor's. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { env, workspace } from "vscode";
import { speak, type Texts } from "../panel/language";
import type { DialogueView } from "./protocol";

export class Labels {
  language = "";
  texts: Texts = {};

  constructor(private readonly folder: string) {
    this.follow(undefined);
  }

  follow(view: DialogueView | undefined): void {
    const language = view?.language || workspace.getConfiguration("gadfly").get("language", "") || env.language;
    if (this.language !== language) {
      [this.language, this.texts] = [language, textsIn(this.folder, language)];
      speak(this.texts);
    }
  }
}

/** The texts of a locale such as `de` or `de-at`, from VS Code's bundle of them; English needs none. */
export function textsIn(folder: string, locale: string): Texts {
  try {
    return JSON.parse(readFileSync(join(folder, `bundle.l10n.${locale.split("-")[0]}.json`), "utf8"));
  } catch {
    return {};
  }
}
