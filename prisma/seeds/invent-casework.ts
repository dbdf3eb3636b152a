import { addDays } from "~/domain/kernel/calendar";
import type { AgencyKnows } from "./agency-knows";

const practices = ["parents_as_teachers", "functional_family_therapy", "motivational_interviewing"];

/** After a confirmed report: a case at home, with a worker's visits, and for some a prevention plan with a service. */
export function inventCasework(to: AgencyKnows, childId: string, start: string, next: () => number): void {
  const days = 60 + Math.floor(next() * 180);
  to.cases.push({ childId, startDate: start, endDate: addDays(start, days), inHome: true });
  for (let day = 12; day < days; day += 30)
    to.contacts.push({
      ...{ childId, contactAt: `${addDays(start, day)}T16:00:00`, kind: "visit", method: "in_person" },
      ...{ status: next() < 0.94 ? "completed" : "attempted", inResidence: next() < 0.85 },
    });
  if (next() >= 0.4) return;
  const begun = addDays(start, 17);
  to.services.push({
    ...{ childId, planDate: addDays(start, 10), candidacyType: "candidate", startDate: begun },
    ...{ practiceId: practices[Math.floor(next() * practices.length)] ?? null },
    ...{ endDate: addDays(begun, 90 + Math.floor(next() * 110)) },
    ...{ cost: `${800 + Math.floor(next() * 3400)}.00`, providerId: `PR-${1 + Math.floor(next() * 6)}` },
  });
}
