// A real VS Code in the browser: starts it with the packaged extension, opens windows, stops it whole.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

export const ROOT = resolve(import.meta.dirname, "../../../..");
// GADFLY_HOST (`oldest`, `theia`) is for `make check-all`.
const KIND = process.env.GADFLY_HOST;
export const OLDEST = KIND === "oldest";
export const HOST = join(ROOT, KIND ? `build/host-${KIND}` : "build/host");
export const NODE = join(HOST, "node_modules/.bin/node");
const SERVER = join(HOST, "node_modules/code-server/out/node/entry.js");
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

const QUIET = {
  "workbench.startupEditor": "none",
  "security.workspace.trust.startupPrompt": "never",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "telemetry.telemetryLevel": "off",
  "chat.disableAIFeatures": true,
  "extensions.autoUpdate": false,
  "update.mode": "none",
  "editor.minimap.enabled": false,
  "files.autoSave": "off",
  "git.enabled": false,
};
const FLAGS = ["--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-getting-started-override", "--ignore-last-opened"];

export class Code {
  // `machine` is what an administrator sets; a folder or a user cannot. `more` are extensions beside ours.
  static async start({ vsix = join(ROOT, "build/gadfly.vsix"), more = [], settings = {}, machine = {}, port = 0 } = {}) {
    const home = await mkdtemp(join(tmpdir(), "gadfly-code-"));
    const code = new Code(home);
    await mkdir(join(home, "data/Machine"), { recursive: true });
    await mkdir(join(home, "data/User"), { recursive: true });
    await writeFile(join(home, "data/Machine/settings.json"), JSON.stringify(machine));
    await writeFile(join(home, "cs.yaml"), "bind-addr: 127.0.0.1:0\n");
    await writeFile(join(home, "data/User/settings.json"), code.userSettings(settings));
    try {
      for (const each of [vsix, ...more]) {
        await promisify(execFile)(NODE, [...code.common, "--install-extension", each, "--force"], { env: code.environment });
      }
      await code.listen(port);
    } catch (error) {
      await code.stop();
      throw new Error(`VS Code did not start: ${error.stdout ?? error.message}`);
    }
    return code;
  }

  constructor(home) {
    this.home = home;
    const folders = ["--config", "cs.yaml", "--user-data-dir", "data", "--extensions-dir", "extensions"];
    this.common = [SERVER, ...folders.map((part) => (part.startsWith("--") ? part : join(home, part)))];
    this.environment = {
      ...process.env,
      XDG_CONFIG_HOME: join(home, "xdg"),
      XDG_DATA_HOME: join(home, "xdg"),
      XDG_STATE_HOME: join(home, "xdg"),
      XDG_CACHE_HOME: join(home, "xdg"),
      EXTENSIONS_GALLERY: "{}",
    };
  }

  // Where nothing but this VS Code and what it runs wrote.
  async holds(text) {
    const found = [];
    for (const entry of await readdir(this.home, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && (await readFile(path).catch(() => "")).includes(text)) {
        found.push(path);
      }
    }
    return found;
  }

  // The process that runs Gadfly's server in this VS Code's own private environment; undefined if there is none.
  async server() {
    for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
      const [python, ...rest] = (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).split("\0");
      if (python.startsWith(this.home) && rest.includes("serve")) {
        return Number(pid);
      }
    }
    return undefined;
  }

  // What stands in the user's settings while this VS Code is to be quiet.
  userSettings(settings) {
    return JSON.stringify({ ...QUIET, ...settings });
  }

  spawn(port) {
    const options = { env: this.environment, detached: true, stdio: ["ignore", "pipe", "ignore"] };
    return spawn(NODE, [...this.common, "--bind-addr", `127.0.0.1:${port}`, ...FLAGS], options);
  }

  async listen(port) {
    this.process = this.spawn(port);
    process.once("exit", () => this.kill());
    for await (const line of createInterface({ input: this.process.stdout })) {
      const address = /listening on (http:\/\/\S+?)[/.]*$/.exec(line);
      if (address) {
        this.url = address[1];
        this.process.stdout.resume();
        return;
      }
    }
    throw new Error("it ended at once");
  }

  // The address of a window on this folder; the host is part of what VS Code opens files by.
  address(folder, file) {
    const open = JSON.stringify([["openFile", `vscode-remote://${new URL(this.url).host}${join(folder, file)}`]]);
    return `${this.url}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(open)}`;
  }

  // The whole process group, so that nothing it started is left behind.
  kill() {
    try {
      process.kill(-this.process.pid, "SIGKILL");
    } catch {
      // It has ended already.
    }
  }

  async stop() {
    const ended = this.process?.exitCode === null ? once(this.process, "exit") : null;
    this.kill();
    await ended;
    await rm(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}

export function browser() {
  const { chromium } = createRequire(join(HOST, "package.json"))("playwright-core");
  const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", ...quiet] });
}
