// A real class server with one student, who has a folder and a token there.
import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "./code.mjs";

const GADFLY = join(ROOT, ".venv/bin/gadfly");

export class ClassServer {
  static async start(student, folder) {
    const server = new ClassServer();
    server.home = await mkdtemp(join(tmpdir(), "gadfly-class-"));
    const students = join(server.home, "students.toml");
    await writeFile(students, `secret = "sixteen characters"\n[folders]\n${student} = ${JSON.stringify(folder)}\n`);
    server.token = execFileSync(GADFLY, ["serve", "--students", students, "--token", student], { encoding: "utf8" }).trim();
    const environment = { ...process.env, GADFLY_STATE: join(server.home, "state") };
    const words = ["serve", "--tcp", "127.0.0.1:0", "--students", students];
    server.process = spawn(GADFLY, words, { env: environment, stdio: ["ignore", "ignore", "pipe"] });
    for await (const line of createInterface({ input: server.process.stderr })) {
      server.address = /^Gadfly listens on (\S+)$/.exec(line)?.[1];
      if (server.address) {
        server.process.stderr.resume();
        return server;
      }
    }
    throw new Error("the class server ended at once");
  }

  async stop() {
    this.process.kill();
    await rm(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}
