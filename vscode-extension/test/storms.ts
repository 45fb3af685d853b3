/** Messages that nobody thought of, from a seed. */

const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 9 } };
export const view = {
  uri: "file:///a.py", program: "a.py", language: "en", status: "failing", headline: "1 test disagrees",
  turns: [{ number: 1, speaker: "tutor", level: 1, kind: "goal", text: "What should it give?", range }],
  question: { id: "1", kind: "goal", level: 1, text: "?", entry: "value", choices: ["a"], range, snippet: { text: "x", firstLine: 1 } },
};
export const messages = [
  { type: "ready" }, { type: "reveal", uri: "u", range }, { type: "step", uri: "u", line: 1, text: "x" }, { type: "command", command: "gadfly.help" },
  { type: "answer", uri: "u", question: "1", answer: "2" }, { type: "suppose", supposition: { uri: "u", name: "x", line: 1, time: "last", value: "1" } },
  { type: "show", notice: { text: "x", busy: false, actions: [{ title: "a", command: "b" }] }, view }, { type: "line", line: 1 },
  { type: "texts", language: "de", texts: { Line: "Zeile" } }, view,
];
const odd: unknown[] = [
  undefined, null, true, 0, -1, 0.5, NaN, Infinity, 2 ** 60, 7n, "", "<img src=x onerror=alert(1)>", "</script>", "\u202e\u0000\ud800", "__proto__", "constructor",
  [], {}, [[]], { type: "show" }, Object.create(null), JSON.parse('{"__proto__": {"type": "ready"}}'),
];

/** The same numbers for the same seed, on every machine (mulberry32). */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
}

/** One part of a message, at any depth, is taken out, doubled under another name, or another thing. */
export function mutated(value: unknown, throwing: (sides: number) => number): unknown {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  if (entries.length === 0 || throwing(4) === 0) {
    return odd[throwing(odd.length)];
  }
  const at = throwing(entries.length);
  const [name, inner] = entries[at] as [string, unknown];
  const other = mutated(inner, throwing);
  if (Array.isArray(value)) {
    return value.map((each, number) => (number === at ? other : each));
  }
  const copy: Record<string, unknown> = { ...(value as object) };
  const way = throwing(6);
  if (way === 0) {
    delete copy[name];
  }
  copy[way === 1 ? entries[throwing(entries.length)]?.[0] ?? name : name] = way === 0 ? copy[name] : other;
  return copy;
}
