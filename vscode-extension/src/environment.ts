/** The private Python environment that the server runs in: found, judged, made. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { say } from "../panel/language";

const run = promisify(execFile);

/** What an interpreter says of itself; `gadfly` is the version of Gadfly installed in it. */
export interface Python {
  path: string;
  version: [number, number];
  gadfly: string | null;
}

const QUESTION = `import sys
try:
    from importlib.metadata import version
    gadfly = version("gadfly")
except Exception:
    gadfly = ""
print(sys.executable, *sys.version_info[:2], gadfly, sep="\\n")`;

/** The answer is read from its last lines, as a start-up file may print something before it. */
export function readPython(printed: string): Python | null {
  const [path, major, minor, gadfly] = printed.replace(/\r/g, "").replace(/\n$/, "").split("\n").slice(-4);
  if (!path || !/^\d+$/.test(major ?? "") || !/^\d+$/.test(minor ?? "")) {
    return null;
  }
  return { path, version: [Number(major), Number(minor)], gadfly: gadfly || null };
}

export async function askPython(command: readonly string[]): Promise<Python | null> {
  const [program, ...before] = command;
  try {
    const { stdout } = await run(program ?? "", [...before, "-I", "-c", QUESTION], { timeout: 20_000 });
    return readPython(stdout);
  } catch {
    return null;
  }
}

export function canHost(python: Python): boolean {
  return python.version[0] === 3 && python.version[1] >= 10;
}

/** Before 1.0 a new minor version may change the protocol, from then on a new major version. */
export function fits(installed: string | null, wanted: string): boolean {
  const [major, minor] = wanted.split(".");
  const [ours, theirs] = [installed?.split(".") ?? [], [major, minor]];
  return ours[0] === theirs[0] && (major !== "0" || ours[1] === theirs[1]);
}

export function serverCommand(python: string): string[] {
  return [python, "-I", "-m", "gadfly_server", "serve"];
}

export const COMMON_NAMES: readonly (readonly string[])[] =
  process.platform === "win32" ? [["py", "-3"], ["python"], ["python3"]] : [["python3"], ["python"]];

export async function firstHost(commands: readonly (readonly string[])[]): Promise<Python | null> {
  for (const command of commands) {
    const python = await askPython(command);
    if (python && canHost(python)) {
      return python;
    }
  }
  return null;
}

/**
 * An environment inside a folder of storage; another wheel, as after an update, means another environment.
 * `extra` is what the wheel is to bring along that not everybody needs; one that has more than is wanted will do.
 */
export class PrivateEnvironment {
  constructor(
    private readonly storage: string,
    private readonly wheel: string,
    private readonly wheelhouse: string,
    private readonly extra: "models" | "" = "",
  ) {}

  get python(): string {
    const [folder, name] = process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"];
    return join(this.storage, "environment", folder, name);
  }

  private get stamp(): string {
    return join(this.storage, "environment", "made-from.txt");
  }

  /** A stamp is written last, so that a half-made environment never counts. */
  async isReady(): Promise<boolean> {
    const [stamp, extra] = (await readFile(this.stamp, "utf8").catch(() => "")).split(" ");
    const has = stamp === (await digest(this.wheel)) && (!this.extra || extra === this.extra);
    return has && (await askPython([this.python])) !== null;
  }

  async make(base: string, tell: (stage: string) => void): Promise<void> {
    tell(say("making a private Python environment"));
    await this.makeEmpty(base);
    tell(say("installing"));
    const source = this.wheelhouse ? ["--no-index", "--find-links", this.wheelhouse] : [];
    const quiet = ["--quiet", "--disable-pip-version-check", "--no-input"];
    const why = this.wheelhouse
      ? say("Gadfly's packages could not be installed from {0}.", this.wheelhouse)
      : say("Gadfly's packages could not be fetched. Is there a network?");
    const wanted = this.extra ? `${this.wheel}[${this.extra}]` : this.wheel;
    await run(this.python, ["-I", "-m", "pip", "install", ...quiet, ...source, wanted]).catch(giveUp(why));
    await writeFile(this.stamp, [await digest(this.wheel), this.extra].join(" ").trim());
  }

  /** Debian keeps what `venv` needs in a package of its own; `virtualenv` may be there instead. */
  private async makeEmpty(base: string): Promise<void> {
    const folder = join(this.storage, "environment");
    await rm(folder, { recursive: true, force: true });
    const why = say("{0} cannot make an environment. On Debian and Ubuntu, install python3-venv.", base);
    await run(base, ["-I", "-m", "venv", folder])
      .catch(() => run(base, ["-I", "-m", "virtualenv", "--clear", folder]))
      .catch(giveUp(why));
  }
}

/** A start that failed for a reason the student or the teacher can do something about. */
export class CannotStart extends Error {}

function giveUp(why: string): (cause: unknown) => never {
  return (cause) => {
    throw new CannotStart(why, { cause });
  };
}

async function digest(file: string): Promise<string> {
  return createHash("sha256").update(await readFile(file)).digest("hex");
}

/** The wheel that the extension carries. */
export async function carriedWheel(folder: string): Promise<string | null> {
  const names = await readdir(folder).catch(() => []);
  const wheel = names.filter((name) => /^gadfly-.*-py3-none-any\.whl$/.test(name)).sort().at(-1);
  return wheel ? join(folder, wheel) : null;
}
