import { addDays, addMonths } from "~/domain/kernel/calendar";
import type { AgencyKnows, KnownChild } from "./agency-knows";
import { drawFrom } from "./chance";
import { drawNumbers } from "./draw-numbers";
import { inventCare } from "./invent-care";
import { addKnownChild } from "./invent-outcomes";
import { inventReport } from "./invent-reports";

const firstDay = "2021-10-01";
const lastDay = "2026-11-10";
const FAMILIES_A_DAY = 0.35;

const firstNames = ["Ash", "Basil", "Clover", "Daisy", "Erica", "Flax", "Gorse", "Heath", "Ivy", "Jasmine"];
/** None of them is a name of a referred family. */
const lastNames = ["Demoson", "Ejemplo", "Ficticio", "Specimen", "Testwell", "Pruebas", "Mockley"];

type Family = { n: number; day: string; children: KnownChild[] };

function addChildren(to: AgencyKnows, n: number, day: string, next: () => number): KnownChild[] {
  const count = 1 + Math.floor(next() * 2.8);
  const lastName = `${lastNames[n % lastNames.length]!} ${firstNames[n % firstNames.length]!}`;
  return Array.from({ length: count }, (_, i) => {
    const born = addDays(addMonths(day, -Math.floor(next() * 12 * 16)), -3 - i * 400);
    const childId = `K-${String(n * 4 + i).padStart(5, "0")}`;
    const child = { childId, familyId: `KF-${String(n).padStart(5, "0")}`, born, familySeed: n };
    const firstName = `${firstNames[(n + 3 * i) % firstNames.length]!} ${firstNames[Math.floor(next() * 10)]!}`;
    const zip = next() < 0.6 ? "21216" : "21223";
    addKnownChild(to, { ...child, dob: born, firstName, middleName: null, lastName, zip }, next);
    return child;
  });
}

/** All children of a family in one report. */
function reportAll(to: AgencyKnows, family: Family, r: number, day: string, next: () => number): boolean {
  const isScreenedIn = next() < 0.68;
  const disposition = drawFrom(
    [
      ["substantiated", 0.34],
      ["indicated", 0.06],
      ["unsubstantiated", 0.5],
      ["closed_no_finding", 0.1],
    ] as const,
    next(),
  );
  const reportId = `KF-${String(family.n).padStart(5, "0")}-R${r}`;
  for (const child of family.children)
    inventReport(
      to,
      child,
      { reportId, date: day, disposition, isScreenedIn },
      drawNumbers(family.n * 31 + r),
    );
  return isScreenedIn && ["substantiated", "indicated"].includes(disposition);
}

function addFamily(to: AgencyKnows, n: number, day: string, next: () => number): void {
  const family = { n, day, children: addChildren(to, n, day, next) };
  const isConfirmed = reportAll(to, family, 1, day, next);
  if (next() < (isConfirmed ? 0.2 : 0.12))
    reportAll(to, family, 2, addDays(day, 20 + Math.floor(next() * 600)), next);
  if (!isConfirmed || next() > 0.45) return;
  const stay = { entry: addDays(day, 1 + Math.floor(next() * 25)), days: 5 + Math.floor(next() ** 2 * 1500) };
  const areTogether = next() < 0.65;
  for (const [i, child] of family.children.entries())
    inventCare(to, child, stay, drawNumbers(areTogether ? child.familySeed : child.familySeed * 10 + i + 1));
}

/** Families whom the agency knows and nobody referred, since October 2021: most of those in care are of them. */
export function inventOtherFamilies(to: AgencyKnows): void {
  const next = drawNumbers(20261203);
  let [owed, n] = [0, 0];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    owed += FAMILIES_A_DAY;
    for (; owed >= 1; owed -= 1) addFamily(to, ++n, day, next);
  }
}
