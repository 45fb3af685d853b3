// One window of VS Code, in the words of a student: open, read, press, answer.
import { cp, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OLDEST, ROOT } from "./code.mjs";

const [dark, light] = OLDEST ? ["Default Dark Modern", "Default Light Modern"] : ["Dark 2026", "Light 2026"];
export const THEMES = { dark, light, "high-contrast": "Default High Contrast", "high-contrast-light": "Default High Contrast Light" };

// A copy of an example that a test may change.
export async function copyOfExample(name) {
  const folder = join(await mkdtemp(join(tmpdir(), "gadfly-student-")), name);
  await mkdir(folder);
  const from = join(ROOT, "examples", name);
  for (const file of (await readdir(from)).filter((each) => each.endsWith(".py"))) {
    await cp(join(from, file), join(folder, file));
  }
  return { folder, program: join(folder, `${name}.py`), stop: () => rm(join(folder, ".."), { recursive: true, force: true }) };
}

export class Window {
  static async open(code, chromium, folder, file, { width = 1280, height = 800, sharpness = 1 } = {}) {
    const page = await chromium.newPage({ viewport: { width, height }, deviceScaleFactor: sharpness });
    page.setDefaultTimeout(30_000);
    await page.goto(code.address(folder, file));
    const window = new Window(page);
    await window.editor.waitFor();
    return window;
  }

  constructor(page) {
    this.page = page;
    this.editor = page.locator(".editor-instance .monaco-editor").first();
    this.lens = page.locator(".codelens-decoration a", { hasText: "Think it through" });
    this.squiggles = page.locator(".squiggly-info");
    this.marked = page.locator('.view-overlays [class*="TextEditorDecorationType"]');
    this.comments = page.locator(".review-widget");
    this.panel = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    this.question = this.panel.locator(".question h2");
    this.log = this.panel.getByRole("log");
    this.headline = this.panel.getByRole("heading", { level: 1 });
  }

  // The word that stands in the status bar.
  async status(word) {
    await this.page.locator(".statusbar-item", { hasText: `Gadfly: ${word}` }).waitFor({ timeout: 120_000 });
  }

  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  // Click a line of the program.
  async click(text) {
    await this.page.locator(".view-line", { hasText: text }).click();
  }

  async command(title) {
    await this.press("F1");
    await this.page.locator(".quick-input-widget input").first().fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
    await this.press("Enter");
  }

  // Write the user's settings in VS Code itself, for this one has no watcher of files.
  async configure(settings) {
    await this.command("Preferences: Open User Settings (JSON)");
    await this.page.locator('.monaco-editor[data-uri$="settings.json"] .view-lines').click();
    await this.press("Control+a");
    await this.page.keyboard.insertText(settings);
    await this.page.locator(".tab.active.dirty", { hasText: "settings.json" }).waitFor();
    await this.press("Control+s");
    await this.page.locator(".tab.active:not(.dirty)", { hasText: "settings.json" }).waitFor();
    await this.press("Control+w");
  }

  // Type an answer into what has the focus, and wait for what the tutor says to it.
  async answer(text, reply) {
    await this.panel.locator(".control:focus-within, .choices:focus-within").waitFor();
    const before = await this.log.locator(".turn").count();
    await this.page.keyboard.type(text);
    await this.press("Enter");
    // The question that was open, the answer to it, and the reply.
    await this.log.locator(".turn").nth(before + 2).waitFor();
    await this.log.locator(`.turn:nth-child(n + ${before + 2})`).getByText(reply).first().waitFor();
  }

  // Answer in the code, in the thread that asks this and has the focus.
  async answerInCode(asked, text) {
    await this.askedInCode(asked);
    await this.page.keyboard.type(text);
    await this.press("Control+Enter");
  }

  async askedInCode(asked) {
    await this.comments.filter({ hasText: asked }).locator(".comment-form .monaco-editor.focused").waitFor();
  }

  async theme(name) {
    await this.press("Control+k", "Control+t");
    const input = this.page.getByPlaceholder("Select Color Theme");
    await input.fill(THEMES[name]);
    await this.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: THEMES[name] }).waitFor();
    await this.press("Enter");
    const kind = { dark: "vs-dark", light: "vs", "high-contrast": "hc-black", "high-contrast-light": "hc-light" }[name];
    await this.page.locator(`.monaco-workbench.${kind}`).waitFor();
  }

  async picture(path) {
    await this.page.screenshot({ path, animations: "disabled" });
  }
}
