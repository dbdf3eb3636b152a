/** A piece of a text; `changed` where the other text has something else there. */
export type Piece = { text: string; changed: boolean };

const plain = (text: string): string[] =>
  [...text].map((sign) => sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());

/** Lengths of the longest common beginnings' rest: how much of both texts can stay, from each place on (Wagner and Fischer 1974). */
function keptFrom(one: readonly string[], other: readonly string[]): number[][] {
  const kept = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      kept[i]![j] =
        one[i] === other[j] ? kept[i + 1]![j + 1]! + 1 : Math.max(kept[i + 1]![j]!, kept[i]![j + 1]!);
  return kept;
}

const joined = (signs: readonly string[], changed: readonly boolean[]): Piece[] =>
  signs.reduce<Piece[]>((pieces, sign, at) => {
    const last = pieces.at(-1);
    if (last?.changed !== changed[at]) return [...pieces, { text: sign, changed: changed[at]! }];
    return [...pieces.slice(0, -1), { text: last!.text + sign, changed: last!.changed }];
  }, []);

/** Both texts in pieces, with the signs that the other lacks marked. Case and accents alone are no change. */
export function markChanges(one: string, other: string): [Piece[], Piece[]] {
  const [a, b] = [plain(one), plain(other)];
  const kept = keptFrom(a, b);
  const changed: [boolean[], boolean[]] = [a.map(() => true), b.map(() => true)];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      changed[0][i] = changed[1][j] = false;
      [i, j] = [i + 1, j + 1];
    } else if (kept[i + 1]![j]! >= kept[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return [joined([...one], changed[0]), joined([...other], changed[1])];
}
