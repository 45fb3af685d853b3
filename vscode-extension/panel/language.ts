/** The panel's own words in the language of the dialogue; the extension brings them, and what has none stays English. */

/** English texts and what they are in another language. */
export type Texts = Readonly<Record<string, string>>;

let texts: Texts = {};

export function speak(next: Texts): void {
  texts = next;
}

/** A text in the language that is spoken, with its values filled in: `{0}` is the first of them. */
export function say(text: string, ...values: readonly (string | number)[]): string {
  return (texts[text] ?? text).replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)] ?? ""));
}

/** Marks a text of a table: it is said later, in the language that is spoken then. */
export const later = (text: string): string => text;
