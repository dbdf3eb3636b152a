import highs from "highs";
import { isSmall } from "../../app/domain/kernel/small-numbers";
import type { Line } from "../../app/domain/measures/recover-cells";
import type { Cell } from "../../app/domain/measures/table-parts";

const solver = highs();

type Attack = { cells: readonly Cell[]; lines: readonly Line[]; hidden: ReadonlyMap<string, unknown> };

/** The lines over hidden cells as a whole-number program in the form of CPLEX's LP files; shown cells are numbers in it. */
function asProgram(aim: string, { cells, lines, hidden }: Attack): string {
  const counts = new Map(cells.map(({ id, count }) => [id, count]));
  const names = new Map([...hidden.keys()].map((id, at) => [id, `x${at}`]));
  const rows = lines.flatMap(({ total, parts }) => {
    const terms = [...parts.map((id) => [id, 1] as const), [total, -1] as const];
    const unknown = terms.filter(([id]) => hidden.has(id));
    const sum = terms.reduce(
      (all, [id, sign]) => (hidden.has(id) ? all : all - sign * (counts.get(id) ?? 0)),
      0,
    );
    return unknown.length === 0
      ? []
      : [`${unknown.map(([id, sign]) => `${sign > 0 ? "+" : "-"} ${names.get(id)}`).join(" ")} = ${sum}`];
  });
  const bounds = [...names].map(([id, name]) => {
    const count = counts.get(id) ?? 0;
    if (isSmall(count)) return `1 <= ${name} <= 10`;
    return `${count === 0 ? 0 : 11} <= ${name} <= 100000`;
  });
  return `${aim}\nSubject To\n${rows.join("\n")}\nBounds\n${bounds.join("\n")}\nGeneral\n${[...names.values()].join(" ")}\nEnd`;
}

/**
 * Plays somebody who has every shown number of a table, knows its rule, and reasons in whole numbers: the small cells for which only one count
 * is left, found by the least and the most that each can be (HiGHS, mixed-integer programming).
 */
export async function attackTable(attack: Attack): Promise<string[]> {
  const { solve } = await solver;
  const found: string[] = [];
  for (const [at, id] of [...attack.hidden.keys()].entries()) {
    if (!isSmall(attack.cells.find((cell) => cell.id === id)?.count ?? 0)) continue;
    const end = (aim: string) => solve(asProgram(`${aim}\n obj: x${at}`, attack)).ObjectiveValue;
    if (Math.round(end("Minimize")) === Math.round(end("Maximize"))) found.push(id);
  }
  return found;
}
