// A model's server over real HTTP: it words each question the same harmless way, in pieces, and keeps what it was sent.
import { createServer } from "node:http";

export const invited = (question) => `Picture the run. ${question}`;

export class ModelServer {
  asked = [];

  async start() {
    this.server = createServer((request, response) => this.answer(request, response));
    await new Promise((ready) => this.server.listen(0, "127.0.0.1", ready));
    this.url = `http://127.0.0.1:${this.server.address().port}/v1`;
    return this;
  }

  async answer(request, response) {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
    this.asked.push({ path: request.url, key: request.headers.authorization?.replace("Bearer ", ""), body });
    const text = JSON.stringify({ question: invited(JSON.parse(body.input).question) });
    const output = [{ type: "message", content: [{ type: "output_text", text }] }];
    const done = { type: "response.completed", response: { status: "completed", output, usage: { total_tokens: 50 } } };
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    for (let at = 0; at < text.length; at += 7) {
      response.write(`data: ${JSON.stringify({ type: "response.output_text.delta", delta: text.slice(at, at + 7) })}\n\n`);
    }
    response.end(`data: ${JSON.stringify(done)}\n\n`);
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }
}
