import { addDays } from "~/domain/kernel/calendar";
import type { AgencyKnows, KnownChild } from "./agency-knows";
import { drawFrom } from "./chance";
import { drawNumbers } from "./draw-numbers";
import { inventCare } from "./invent-care";
import { inventReport } from "./invent-reports";
import type { Recorded } from "./slip-record";

type Child = KnownChild & Recorded & { n: number; sent: string; zip: string };

/** A child's row: who it is as the agency wrote it down. */
export function addKnownChild(
  to: AgencyKnows,
  child: KnownChild & Recorded & { zip: string },
  next: () => number,
): void {
  const race = drawFrom(
    [
      ["black", 0.52],
      ["white", 0.24],
      ["asian", 0.06],
      ["other", 0.1],
      ["unknown", 0.08],
    ] as const,
    next(),
  );
  const { childId, familyId, dob, firstName, middleName, lastName, zip } = child;
  to.children.push({
    ...{ childId, dob, sex: next() < 0.5 ? "female" : "male", raceCodes: [race], hispanic: next() < 0.3 },
    ...{ tribe: null, zipOrTract: zip, familyId, firstName, middleName, lastName },
    ...{ suffix: null, aliases: null },
  });
}

/** What the agency knows of a child: a report before the referral for most, and for some a report or a removal after. */
export function inventOutcomes(to: AgencyKnows, child: Child, next: () => number): void {
  /** Details of their own numbers, so that one more of them moves no date of the story. */
  const own = drawNumbers(child.n * 7919 + 13);
  addKnownChild(to, child, next);
  to.knownSince.set(child.childId, child.sent);
  const report = (n: number, date: string, disposition: string, isScreenedIn: boolean): void =>
    inventReport(to, child, { reportId: `${child.childId}-R${n}`, date, disposition, isScreenedIn }, own);
  if (next() < 0.7) report(0, addDays(child.sent, -Math.floor(2 + next() * 20)), "unsubstantiated", false);
  const yearsOn = (next() * 730) | 0;
  const again = addDays(child.sent, 5 + yearsOn);
  const hasReport = next() < 0.42;
  const isScreenedIn = next() < 0.62;
  const isConfirmed = next() < 0.48;
  if (hasReport) report(1, again, isConfirmed ? "substantiated" : "unsubstantiated", isScreenedIn);
  const hasRemoval = next() < 0.13;
  const entry = addDays(child.sent, 12 + ((next() * 700) | 0));
  const months = next();
  if (hasRemoval) inventCare(to, child, { entry, days: 20 + ((months * 700) | 0) }, own);
}
