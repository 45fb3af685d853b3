// Theia in the browser: another editor, with the same extension; and one window of it.
import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Code, HOST, NODE, ROOT } from "./code.mjs";
import { Window } from "./window.mjs";

// Gives files that end in .py the language `python`, which Theia leaves to its plugins.
const PYTHON = {
  name: "python", publisher: "gadfly-tests", version: "1.0.0", engines: { vscode: "*" },
  contributes: { languages: [{ id: "python", extensions: [".py"] }] },
};

export class Theia extends Code {
  // `settings` are the user's.
  static async start({ settings = {} } = {}) {
    const theia = new Theia(await mkdtemp(join(tmpdir(), "gadfly-theia-")));
    try {
      await mkdir(join(theia.plugins, "python"), { recursive: true });
      await writeFile(join(theia.plugins, "python/package.json"), JSON.stringify(PYTHON));
      await writeFile(join(theia.home, "settings.json"), JSON.stringify(settings));
      const unpack = ["-m", "zipfile", "-e", join(ROOT, "build/gadfly.vsix"), join(theia.plugins, "gadfly")];
      await promisify(execFile)("python3", unpack);
      await theia.listen();
    } catch (error) {
      await theia.stop();
      throw new Error(`Theia did not start: ${error.stderr || error.message}`);
    }
    return theia;
  }

  get plugins() {
    return join(this.home, "plugins");
  }

  spawn() {
    // Without the last setting the page of a panel stays empty, since it would be asked for at a name of its own.
    const environment = { ...this.environment, THEIA_CONFIG_DIR: this.home, THEIA_WEBVIEW_EXTERNAL_ENDPOINT: "{{hostname}}" };
    const where = ["--hostname", "127.0.0.1", "--port", "0", `--plugins=local-dir:${this.plugins}`];
    return spawn(NODE, ["lib/backend/main.js", ...where], { cwd: HOST, env: environment, detached: true, stdio: ["ignore", "pipe", "ignore"] });
  }

  address(folder) {
    return `${this.url}/#${folder}`;
  }
}

export class TheiaWindow extends Window {
  static async open(theia, chromium, folder, file) {
    const page = await chromium.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(30_000);
    await page.goto(theia.address(folder));
    const window = new TheiaWindow(page);
    await page.locator(".theia-preload").waitFor({ state: "detached" });
    await window.press("Control+p");
    await page.locator(".quick-input-widget input").first().fill(file);
    await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: file }).waitFor();
    await window.press("Enter");
    await window.editor.waitFor();
    return window;
  }

  constructor(page) {
    super(page);
    this.editor = page.locator(".theia-editor .monaco-editor").first();
    this.panel = page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
    this.question = this.panel.locator(".question h2");
    this.log = this.panel.getByRole("log");
    this.headline = this.panel.getByRole("heading", { level: 1 });
  }

  async status(word) {
    await this.page.locator("#status-bar-gadfly\\.status", { hasText: `Gadfly: ${word}` }).waitFor({ timeout: 120_000 });
  }
}
