import type { Prisma } from "~/db/generated/client";
import { addDays } from "~/domain/kernel/calendar";
import { knowsNothing, type AgencyKnows } from "./agency-knows";
import { drawFrom, type Chance } from "./chance";
import { drawNumbers } from "./draw-numbers";
import { historyId } from "./history-id";
import { inventPopulation, joinSiblings } from "./invent-county";
import { inventOtherFamilies } from "./invent-other-families";
import { inventOutcomes } from "./invent-outcomes";
import { slipRecord } from "./slip-record";
import { inventReferral, type Rows } from "./invent-referral";

export type History = Rows & {
  organizationId: string;
  services: { id: string; name: string; slug: string }[];
  households: Prisma.HouseholdCreateManyInput[];
  persons: Prisma.PersonCreateManyInput[];
  /** What the agency knows of them and of others. */
  agency: AgencyKnows;
};

const firstDay = "2023-03-01";
const lastDay = "2026-11-13";
const FAMILIES_A_DAY = 1.25;

const firstNames = [
  "Aster",
  "Birch",
  "Cedar",
  "Dahlia",
  "Elm",
  "Fern",
  "Ginkgo",
  "Hazel",
  "Iris",
  "Juniper",
  "Laurel",
  "Maple",
  "Nettle",
  "Olive",
  "Poppy",
  "Reed",
  "Sage",
  "Tansy",
  "Violet",
  "Willow",
];
const lastNames = [
  "Testcase",
  "Sample",
  "Placeholder",
  "Inventado",
  "Example",
  "Muestra",
  "Fabulo",
  "Noone",
  "Pretend",
  "Madeup",
];
const languages: Chance<string>[] = [
  ["en", 0.58],
  ["es", 0.335],
  ["zh-Hant", 0.055],
  ["vi", 0.03],
];
const areas: Chance<string>[] = [
  ["21215", 0.27],
  ["21216", 0.2],
  ["21217", 0.17],
  ["21223", 0.15],
  ["21229", 0.12],
  ["21230", 0.065],
  ["21226", 0.025],
];

type Numbers = { family: number; child: number };

function addFamily(
  history: History,
  jurisdictionId: string,
  sent: string,
  next: () => number,
  n: Numbers,
): void {
  const householdId = historyId(1, ++n.family);
  const lastName = lastNames[n.family % lastNames.length]!;
  const createdAt = new Date(`${sent}T16:00:00Z`);
  const language = drawFrom(languages, next());
  const interpreter = language !== "en" && next() < 0.2;
  const zip = drawFrom(areas, next());
  history.households.push({
    id: householdId,
    jurisdictionId,
    caregiverName: `Parent ${lastName} ${n.family}`,
    language,
    interpreter,
    postalCode: zip,
    createdAt,
  });
  const count = 1 + Math.floor(next() * 2.4);
  const familyId = `HF-${String(n.family).padStart(5, "0")}`;
  const family = { jurisdictionId, householdId, lastName, sent, createdAt, familyId, zip };
  for (let i = 0; i < count; i++) addChild(history, family, next, ++n.child);
  const service = history.services[n.family % history.services.length]!;
  inventReferral(
    history,
    {
      n: n.family,
      jurisdictionId,
      householdId,
      serviceId: service.id,
      organizationId: history.organizationId,
      sent,
    },
    next,
  );
}

type Family = {
  jurisdictionId: string;
  householdId: string;
  lastName: string;
  sent: string;
  createdAt: Date;
  /** As the agency calls it, and where it knew it to live. */
  familyId: string;
  zip: string;
};

/** Most children are in the agency's files; some families gave no birth date, and nobody can say what came later. */
function addChild(history: History, family: Family, next: () => number, n: number): void {
  const firstName = `${firstNames[n % firstNames.length]!} ${firstNames[Math.floor(n / firstNames.length) % firstNames.length]!}`;
  const lastName = `${family.lastName} ${firstNames[Math.floor(n / 400) % firstNames.length]!}`;
  const dob = addDays(family.sent, -Math.floor(60 + next() * 17.6 * 365));
  const isNamed = next() < 0.9;
  history.persons.push({
    id: historyId(2, n),
    jurisdictionId: family.jurisdictionId,
    householdId: family.householdId,
    kind: "child",
    firstName,
    lastName: isNamed ? lastName : null,
    birthDate: isNamed ? new Date(dob) : null,
    createdAt: family.createdAt,
  });
  const childId = `H-${String(n).padStart(5, "0")}`;
  const recorded = slipRecord(n, { dob, firstName, lastName });
  const { sent, familyId, zip } = family;
  const known = { n, childId, born: dob, familySeed: n, sent, familyId, zip };
  if (next() < 0.95) inventOutcomes(history.agency, { ...known, ...recorded }, next);
}

/** Families referred from March 2023 to a week before the extract, all names plainly invented; the same every time. */
export function inventHistory(jurisdictionId: string): History {
  const services = [
    "Earlier Years Home Visiting",
    "Earlier Years Parenting Circle",
    "Earlier Years Family Support",
  ].map((name, i) => ({ id: historyId(9, i + 1), name, slug: `earlier-years-${i + 1}` }));
  const history: History = {
    organizationId: historyId(8, 1),
    services,
    households: [],
    persons: [],
    referrals: [],
    events: [],
    enrollments: [],
    sessions: [],
    agency: knowsNothing(),
  };
  const next = drawNumbers(20261121);
  const n: Numbers = { family: 0, child: 0 };
  let owed = 0;
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    owed += FAMILIES_A_DAY;
    for (; owed >= 1; owed -= 1) addFamily(history, jurisdictionId, day, next, n);
  }
  inventOtherFamilies(history.agency);
  joinSiblings(history.agency);
  inventPopulation(history.agency);
  return history;
}
