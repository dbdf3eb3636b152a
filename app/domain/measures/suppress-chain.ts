import { chainSteps, type Chain } from "./measure-result";
import type { Hidden } from "./suppress-table";
import type { Table } from "./table-parts";

/** Referred, each step's loss, and counted: in strata they add up to the whole's, so a step hidden there is hidden here. */
export const chainCells = [
  (i: number) => `c${i}`,
  ...chainSteps.slice(1).map((_step, k) => (i: number) => `x${i}.${k}`),
  (i: number) => `k${i}`,
];

/** What left the chain between two steps is a count of people too, and the chain gives it away by subtraction. */
export function addChain(table: Table, chain: Chain, i: number): void {
  const left = chainSteps
    .slice(1)
    .map((step, k) => ({ id: `x${i}.${k}`, count: (chain[chainSteps[k]!] ?? 0) - (chain[step] ?? 0) }));
  table.cells.push({ id: `c${i}`, count: chain.referred ?? 0 }, ...left, {
    id: `k${i}`,
    count: chain.counted ?? 0,
  });
  table.lines.push({ total: `c${i}`, parts: [...left.map((cell) => cell.id), `k${i}`] });
  if (table.cells.some((cell) => cell.id === `d${i}`)) table.lines.push({ total: `d${i}`, parts: [`k${i}`] });
}

/** Steps between the first and the last hidden exclusion would give parts of the hidden sum away, so they go as well. */
export function hideChain(chain: Chain, i: number, hidden: Hidden): Chain {
  const ids = [...chainSteps.slice(1).map((_step, k) => `x${i}.${k}`), `k${i}`];
  const places = ids.flatMap((id, k) => (hidden.has(id) ? [k] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined && !hidden.has(`c${i}`)) return chain;
  const shown = { ...chain };
  if (hidden.has(`c${i}`)) shown.referred = null;
  if (first === undefined || last === undefined) return shown;
  for (let k = first; k < Math.max(last, first + 1) && k < chainSteps.length - 1; k++)
    shown[chainSteps[k + 1]!] = null;
  if (hidden.has(`k${i}`) || hidden.has(`d${i}`)) shown.counted = null;
  if (shown.referred === null)
    for (const step of chainSteps.slice(1, -1)) if (chainSteps.indexOf(step) <= last) shown[step] = null;
  return shown;
}
