// Installs the VS Code that the tests drive into build/host, once for each set of versions.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const wanted = join(import.meta.dirname, "package.json");
const host = join(import.meta.dirname, "../../../../build/host");
const stamp = join(host, ".installed");

// The packages' own scripts would fetch and compile; what they do that we need is done here by hand.
function npm(folder, ...more) {
  const quiet = ["--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["install", ...quiet, ...more], { cwd: folder, stdio: "inherit" });
}

const versions = readFileSync(wanted, "utf8");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== versions) {
  console.log("Installing the VS Code that the tests drive (about 800 MB) …");
  mkdirSync(host, { recursive: true });
  copyFileSync(wanted, join(host, "package.json"));
  npm(host);
  const code = join(host, "node_modules/code-server/lib/vscode");
  npm(code);
  npm(join(code, "extensions"));
  writeFileSync(stamp, versions);
}
