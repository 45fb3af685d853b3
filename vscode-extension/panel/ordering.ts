/** The order that a student gives to shuffled lines: their letters, as they stand now. */

export function letters(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String.fromCharCode("A".charCodeAt(0) + index));
}

/** The order with this letter at that place; places outside mean the nearest end. */
export function placed(order: readonly string[], letter: string, place: number): string[] {
  const others = order.filter((each) => each !== letter);
  const at = Math.max(0, Math.min(place, others.length));
  return [...others.slice(0, at), letter, ...others.slice(at)];
}
