/** Asks one of the editor's own language models for the server; the editor asks the student first whether it may. */
import { type CancellationToken, LanguageModelChatMessage, lm } from "vscode";
import { say } from "../panel/language";
import { pick, refusal } from "./models";
import type { ModelReply, ModelRequest } from "./protocol";

const LONGEST = 4000; // letters: a question is short, and whoever goes on is not asking one

/** Editors that are built on an older VS Code may have no models. */
export const offersModels = (): boolean => typeof lm?.selectChatModels === "function";

export async function answers({ model: wish, rules, data }: ModelRequest, token: CancellationToken): Promise<ModelReply> {
  try {
    const model = pick(await lm.selectChatModels(), wish);
    if (!model) {
      return { refused: "none" };
    }
    const messages = [LanguageModelChatMessage.User(rules), LanguageModelChatMessage.User(data)];
    const justification = say("Gadfly puts its questions into other words. Every wording is checked before you see it.");
    const { text: pieces } = await model.sendRequest(messages, { justification }, token);
    let text = "";
    for await (const piece of pieces) {
      text += piece;
      if (text.length > LONGEST) {
        break;
      }
    }
    return { text, name: model.name };
  } catch (error) {
    return { refused: refusal(error) };
  }
}
