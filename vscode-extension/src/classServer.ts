/** A server that a whole class shares: where it listens, and who the student is there. */
import { connect } from "node:net";

export interface Address {
  host: string;
  port: number;
}

export interface ClassServer extends Address {
  student: string;
}

export interface Streams {
  reader: NodeJS.ReadableStream;
  writer: NodeJS.WritableStream;
}

const SECRET = "gadfly.classToken";

/** HOST:PORT, where the host may be a number in brackets; nothing for anything else. */
export function addressOf(text: string): Address | undefined {
  const [, bracketed, plain, digits] = /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:/@[\]]+)):(\d{1,5})$/.exec(text.trim()) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  return host && port >= 1 && port <= 65535 ? { host, port } : undefined;
}

/** The name under which a token is kept: each student has one for each server, so that none is shown to another. */
export const tokenName = ({ host, port, student }: ClassServer): string => `${SECRET} ${host}:${port} ${student}`;

export const isClassToken = (secret: string): boolean => secret.startsWith(SECRET);

/** Both ends of a connection, once it stands; a server that does not answer in time is none. */
export function connected({ host, port }: Address, milliseconds = 5000, open = connect): Promise<Streams> {
  return new Promise((resolve, reject) => {
    const socket = open(port, host);
    socket.once("error", reject);
    socket.setTimeout(milliseconds, () => socket.destroy(new Error(`no answer within ${milliseconds} ms`)));
    socket.once("connect", () => {
      socket.setTimeout(0);
      socket.removeAllListeners("timeout");
      socket.off("error", reject);
      socket.on("error", () => socket.destroy()); // the client is told by the end of the stream
      resolve({ reader: socket, writer: socket });
    });
  });
}
