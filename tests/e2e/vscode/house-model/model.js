// A provider of one language model, as any extension may register one; it words a question as a harmless model does.
const vscode = require("vscode");

const MODEL = { id: "house-1", name: "House Model", family: "house", version: "1", maxInputTokens: 4000, maxOutputTokens: 400, capabilities: {}, isUserSelectable: true };

exports.activate = (context) => {
  const provider = {
    provideLanguageModelChatInformation: async () => [MODEL],
    provideLanguageModelChatResponse: async (_model, messages, _options, progress) => {
      const data = messages.at(-1).content.map((part) => part.value ?? "").join("");
      const text = JSON.stringify({ question: `Picture the run. ${JSON.parse(data).question}` });
      for (let at = 0; at < text.length; at += 7) {
        progress.report(new vscode.LanguageModelTextPart(text.slice(at, at + 7)));
      }
    },
    provideTokenCount: async (_model, text) => Math.ceil(String(text.value ?? text).length / 4),
  };
  context.subscriptions.push(vscode.lm.registerLanguageModelChatProvider("house", provider));
};
