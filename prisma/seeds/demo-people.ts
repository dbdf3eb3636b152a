import type { Role } from "~/domain/kernel/actor";
import { baysideHubId, casaDelPuenteId, harborLaneId, lanternHouseId, rosewoodId } from "./listing-story";

/** Everybody of the told story who can sign in, on the embedded database only. All invented. */
export const demoPassword = "demo-Harbor-2026";

export type DemoPlace = "harbor" | "riverside";
export interface StoryPerson {
  id: string;
  name: string;
  email: string;
  place: DemoPlace;
  role: Role;
  organizationId: string | null;
  teamName: string | null;
  /** What the start prints beside the address; null keeps it out of that list. */
  does: string | null;
}

const id = (last: string) => `0199a000-0000-7000-8000-00000000${last}`;

function staff(
  last: string,
  place: DemoPlace,
  name: string,
  email: string,
  role: Role,
  teamName: string,
  does: string | null,
): StoryPerson {
  return {
    id: id(last),
    name,
    email: `${email}@${place}.example`,
    place,
    role,
    organizationId: null,
    teamName,
    does,
  };
}
function provider(
  last: string,
  place: DemoPlace,
  name: string,
  email: string,
  role: Role,
  organizationId: string,
  does: string | null,
): StoryPerson {
  return { id: id(last), name, email, place, role, organizationId, teamName: null, does };
}

export const people = {
  dana: staff(
    "3001",
    "harbor",
    "Dana Rivers",
    "dana",
    "hotline_screener",
    "Family support line",
    "intake: find and refer while on a call",
  ),
  ines: staff("3002", "harbor", "Ines Park", "ines", "hotline_screener", "Child safety line", null),
  sam: staff(
    "3003",
    "harbor",
    "Sam Okafor",
    "sam",
    "intake_supervisor",
    "Family support line",
    "intake supervisor: the team's overdue list",
  ),
  nadia: staff(
    "3004",
    "harbor",
    "Nadia Cole",
    "nadia",
    "community_navigator",
    "Community outreach",
    "navigator: families that have not asked yet",
  ),
  priya: staff(
    "3005",
    "harbor",
    "Priya Shah",
    "priya",
    "program_manager",
    "Prevention programs",
    "program manager: goals and outcomes",
  ),
  alex: staff(
    "3006",
    "harbor",
    "Alex Kim",
    "alex",
    "jurisdiction_admin",
    "Administration",
    "administrator: people, outbox, settings",
  ),
  rosa: staff(
    "3013",
    "harbor",
    "Rosa Quinn",
    "rosa",
    "link_reviewer",
    "Record linkage",
    "link reviewer: is this the same child?",
  ),
  theo: staff("3014", "harbor", "Theo Grant", "theo", "link_reviewer", "Record linkage", null),
  ruth: staff("3007", "harbor", "Ruth Lane", "ruth", "auditor", "Audit", null),
  luis: provider(
    "3008",
    "harbor",
    "Luis Moreno",
    "luis@rosewood.example",
    "provider_manager",
    rosewoodId,
    "provider manager, Rosewood: answers, listings, team",
  ),
  tess: provider(
    "3009",
    "harbor",
    "Tess Hall",
    "tess@rosewood.example",
    "provider_worker",
    rosewoodId,
    "provider worker, Rosewood",
  ),
  elena: provider(
    "3010",
    "harbor",
    "Elena Ruiz",
    "elena@harborlane.example",
    "provider_manager",
    harborLaneId,
    null,
  ),
  marta: provider(
    "3011",
    "harbor",
    "Marta Solis",
    "marta@casadelpuente.example",
    "provider_worker",
    casaDelPuenteId,
    null,
  ),
  june: provider(
    "3012",
    "harbor",
    "June Ash",
    "june@lanternhouse.example",
    "provider_manager",
    lanternHouseId,
    null,
  ),
  jo: staff(
    "3021",
    "riverside",
    "Jo Banks",
    "jo",
    "hotline_screener",
    "Riverside family line",
    "intake of the second jurisdiction",
  ),
  kit: staff("3022", "riverside", "Kit Ames", "kit", "intake_supervisor", "Riverside family line", null),
  lee: staff("3023", "riverside", "Lee Novak", "lee", "community_navigator", "Riverside outreach", null),
  mira: staff("3024", "riverside", "Mira Das", "mira", "program_manager", "Riverside programs", null),
  noel: staff(
    "3025",
    "riverside",
    "Noel Fox",
    "noel",
    "jurisdiction_admin",
    "Riverside administration",
    null,
  ),
  otis: provider(
    "3026",
    "riverside",
    "Otis Ray",
    "otis@bayside.example",
    "provider_manager",
    baysideHubId,
    "provider manager of the second jurisdiction",
  ),
} satisfies Record<string, StoryPerson>;

export interface DemoSignIn {
  email: string;
  /** What the start prints beside the address. */
  does: string;
}

export const demoSignIns: DemoSignIn[] = Object.values(people).flatMap(({ email, does }: StoryPerson) =>
  does ? [{ email, does }] : [],
);
