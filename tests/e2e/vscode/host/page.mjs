// The panel's page alone, in a browser, under the policy it has in VS Code; a stub stands where the extension is.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { transform } from "esbuild";
import { ROOT } from "./code.mjs";

const SITE = "https://panel.invalid";
const TYPES = { css: "text/css", js: "text/javascript", ttf: "font/ttf", html: "text/html" };
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export const lines = (first, last) => ({ start: { line: first - 1, character: 0 }, end: { line: last - 1, character: 9 } });
export const PROGRAM = "def average(numbers):\n    total = 0\n    for i in range(1, len(numbers)):\n        total = total + numbers[i]\n    return total / len(numbers)\n";
export const VIEW = { uri: "file:///average.py", program: "average.py", language: "en", status: "failing", headline: "2 tests disagree with `average`", turns: [] };
const ASKED = { id: "q1", kind: "count", level: 2, text: "How many times does the loop on line 3 run for `[2, 4]`?", choices: ["1", "2", "3"] };

export const question = (more) => ({ ...VIEW, question: { ...ASKED, entry: "number", ...more } });
export const said = (...turns) => turns.map((turn, index) => ({ number: index + 1, level: 1, kind: "count", speaker: "tutor", ...turn }));

async function html() {
  const { code } = await transform(await readFile(join(ROOT, "vscode-extension/src/page.ts"), "utf8"), { loader: "ts", format: "esm" });
  const { page } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return page("bm9uY2U=", SITE, (name) => `${SITE}/${name}`);
}

export class PanelPage {
  static async open(chromium, viewport = { width: 300, height: 700 }) {
    const page = await chromium.newPage({ viewport });
    page.setDefaultTimeout(10_000);
    const index = await html();
    await page.route("**/*", async (route) => {
      const name = new URL(route.request().url()).pathname.slice(1) || "index.html";
      const body = name === "index.html" ? index : await readFile(join(ROOT, "build/extension", name)).catch(() => "");
      await route.fulfill({ body, contentType: TYPES[name.split(".").at(-1)] ?? "text/plain" });
    });
    await page.addInitScript(() => {
      window.posted = [];
      window.violations = [];
      window.acquireVsCodeApi = () => ({ postMessage: (message) => window.posted.push(message) });
      document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
    });
    return new PanelPage(page);
  }

  constructor(page) {
    this.page = page;
  }

  async begin() {
    await this.page.goto(SITE);
    await this.page.waitForFunction(() => window.posted.some(({ type }) => type === "ready"));
  }

  send(message) {
    return this.page.evaluate((data) => window.postMessage(data), message);
  }

  show(view, notice = null) {
    return this.send({ type: "show", view, notice });
  }

  // What the page posted of this kind, once there is any.
  async posted(type) {
    await this.page.waitForFunction((wanted) => window.posted.some((each) => each.type === wanted), type);
    return this.postedSoFar(type);
  }

  postedSoFar(type) {
    return this.page.evaluate((wanted) => window.posted.filter((each) => each.type === wanted), type);
  }

  async answers() {
    return (await this.postedSoFar("answer")).map(({ answer }) => answer);
  }

  // What axe finds wrong for people who cannot see the page or use a mouse.
  async barriers() {
    await this.page.evaluate(await readFile(AXE, "utf8"));
    const { violations } = await this.page.evaluate(() => window.axe.run());
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: where }) => where).join(" ")}`);
  }
}
