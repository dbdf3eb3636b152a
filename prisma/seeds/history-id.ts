/** A fixed uuid of the history: its kind, and a number. */
export function historyId(kind: number, n: number): string {
  return `0199c000-0000-7000-8${String(kind).padStart(3, "0")}-${String(n).padStart(12, "0")}`;
}
