/** A recorded run as the panel goes through it: which step is shown, and which steps are known so far. */
import type { StepView, TraceView } from "../src/protocol";
import { say } from "./language";

export interface Stepping {
  trace: TraceView;
  steps: ReadonlyMap<number, StepView>; // by their number, from 1
  at: number;
}

/** Take in what came: another run begins at its first step, a later part or a longer view of the same stays where it is. */
export function taken(before: Stepping | null, trace: TraceView): Stepping {
  const same = before?.trace.test === trace.test && before.trace.call === trace.call ? before : null;
  const known = same && trace.offset > 0 ? same.steps : [];
  const steps = new Map([...known, ...trace.steps.map((step) => [step.number, step] as const)]);
  return { trace, steps, at: clamp(same?.at ?? 1, trace.total) };
}

export function movedTo(stepping: Stepping, at: number): Stepping {
  return { ...stepping, at: clamp(at, stepping.trace.total) };
}

/** Where to go on reading from, if the shown step did not come yet. */
export function missing({ steps, at, trace }: Stepping): number | null {
  return trace.total > 0 && !steps.has(at) ? Math.max(0, at - 50) : null;
}

const clamp = (at: number, total: number) => Math.max(1, Math.min(at, Math.max(1, total)));

/** What happens at a step, as a beginning of a sentence about its line. */
export function happens({ kind, function: name, line, value }: StepView): string {
  switch (kind) {
    case "call":
      return say("`{0}` begins on line {1}", name, line);
    case "line":
      return say("line {0} is about to run", line);
    case "return":
      return value ? say("`{0}` gives back `{1}` on line {2}", name, value, line) : say("`{0}` gives back nothing on line {1}", name, line);
    case "raise":
      return value ? say("`{0}` ends with `{1}` on line {2}", name, value, line) : say("`{0}` ends with an error on line {1}", name, line);
  }
}

/** The same for a listener: which step it is, what happens, what changed. */
export function announced({ trace, steps, at }: Stepping): string {
  const step = steps.get(at);
  const changes = step?.names.filter(({ changed }) => changed).map(({ name, value }) => say("{0} is {1}", name, value)) ?? [];
  return step ? [`${say("Step {0} of {1}", at, trace.total)}: ${happens(step).replaceAll("`", "")}`, ...changes].join(", ") : "";
}
