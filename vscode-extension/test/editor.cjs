/** As much of VS Code as a client of a server needs: what is not named here is there, and does nothing. */
"use strict";

class EventEmitter {
  event = () => new Disposable();
  fire() {}
  dispose() {}
}

class Disposable {
  static from = () => new Disposable();
  dispose() {}
}

/** A part of the editor: whatever is called or listened to in it can be given up again. */
const part = (known = {}) => new Proxy(known, { get: (all, name) => all[name] ?? (() => new Disposable()) });

const nothing = new Proxy(class {}, { get: (all, name) => Reflect.get(all, name) ?? { append: () => nothing } });

const editor = {
  __esModule: true,
  version: "1.100.0",
  EventEmitter,
  Disposable,
  ThemeColor: class {},
  Range: class {},
  DecorationRangeBehavior: {},
  OverviewRulerLane: {},
  TextEditorRevealType: {},
  TextEditorSelectionChangeKind: {},
  Uri: part({ joinPath: (folder, ...names) => [folder, ...names].join("/") }),
  commands: part(),
  env: part({ appName: "an editor", language: "en" }),
  /** What a client registers here is found again under its name. */
  languages: part({
    registered: {},
    registerCodeActionsProvider: (_selector, provider) => {
      editor.languages.registered.codeActions = provider;
      return new Disposable();
    },
  }),
  window: part({ createOutputChannel: () => part(), tabGroups: part({ all: [] }), visibleTextEditors: [] }),
  workspace: part({ textDocuments: [], notebookDocuments: [], getConfiguration: () => ({}), workspaceFolders: [] }),
};

module.exports = new Proxy(editor, { get: (all, name) => all[name] ?? nothing });
