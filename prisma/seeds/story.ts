import { database } from "~/db/client.server";
import { setOpenings } from "~/domain/directory/index.server";
import { expireOverdue } from "~/domain/referrals/index.server";
import { people, type StoryPerson } from "./demo-people";
import * as ends from "./family-ends";
import * as states from "./family-states";
import type { Cast, FamilyStory } from "./family-states";
import { eveningGroupId, familiasFuertesId, homeVisitsId } from "./listing-story";
import type { PlaceIds } from "./people";
import { actAs, actorOf } from "./story-steps";

const baysideGroupId = "0199a000-0000-7000-8000-000000002001";

/** Settings that a county would agree with its counsel; the citations are invented. */
const storySettings = {
  calendar: {
    holidays: ["2026-11-26", "2026-11-27", "2026-12-25", "2027-01-01", "2027-01-18", "2027-05-31"],
  },
  disclosureBases: [
    {
      key: "community_response",
      kind: "statute",
      citation: "Sample Family Code 12.34: voluntary services after a closed contact",
      label: { en: "Community response law", es: "Ley de respuesta comunitaria" },
    },
    {
      key: "partner_agreement",
      kind: "mou",
      citation: "Agreement 2026-07 with community partners",
      label: { en: "Agreement with community partners", es: "Acuerdo con socios comunitarios" },
    },
  ],
  consentTextVersion: "2026-11",
  goalFrameworkVersion: "phl-ioc",
};

let phone = 100;
function family(
  caregiverName: string,
  language: FamilyStory["language"],
  ages: number[],
  sentHoursAgo: number,
  words: string,
  more: Partial<FamilyStory> = {},
): FamilyStory {
  phone += 1;
  return {
    caregiverName,
    phone: `(410) 555-0${phone}`,
    language,
    ages,
    zip: "21216",
    needs: ["parenting_support"],
    words,
    serviceId: homeVisitsId,
    sentHoursAgo,
    ...more,
  };
}
const days = (count: number) => count * 24;

async function newReferrals(cast: Cast): Promise<void> {
  await states.sent(
    cast,
    family("Rosa T.", "es", [12], days(4), "Someone to talk with about stress at home."),
  );
  await states.opened(
    cast,
    family("Maria G.", "es", [36, 72], days(1) + 2, "Help with tantrums. Evenings after 6 work best.", {
      zip: "21215",
    }),
  );
  await states.sent(
    cast,
    family("Andre and Tasha W.", "en", [-2], 20, "Getting ready for a new baby.", { urgent: true }),
  );
  await states.sent(cast, family("Linh P.", "vi", [168], 8, "Routines with a teen at home."));
  await states.sent(
    cast,
    family("Prefers to call", "en", [48], 5, "A parent group. Will call you.", { callsThemselves: true }),
  );
  await states.questioned(
    cast,
    family("Bea N.", "en", [60], days(2), "A hand with mornings before school."),
    "Which mornings would suit Bea best?",
  );
}

async function reachingOut(cast: Cast): Promise<void> {
  await states.accepted(cast, family("Dolores V.", "es", [24], days(2), "Quiet evenings and bedtime."));
  await states.contacting(
    cast,
    family("Keisha B.", "en", [30, 54], days(6), "Ideas for two busy children."),
    [
      { hoursAgo: days(5), way: "call", outcome: "no_answer" },
      { hoursAgo: days(3), way: "text", outcome: "left_message" },
    ],
  );
  await states.contacting(cast, family("Tomas R.", "es", [84], days(14), "Homework without tears."), [
    { hoursAgo: days(12), way: "call", outcome: "no_answer" },
    { hoursAgo: days(9) + 6, way: "text", outcome: "left_message" },
    { hoursAgo: days(4) + 11, way: "call", outcome: "no_answer" },
  ]);
  await states.scheduled(
    cast,
    family("Grace O.", "en", [18], days(5), "Playing and talking with a toddler."),
    3,
  );
  await states.onHold(cast, family("Ana L.", "es", [10], days(9), "After the move, someone to visit."), 20);
  await states.waitlisted(
    cast,
    family("Ruthie C.", "en", [66], days(7), "A Saturday visit, if there is one."),
  );
  await states.waitlisted(
    cast,
    family("Fatima H.", "en", [14, 40], days(10), "Help settling two little ones."),
  );
}

async function served(cast: Cast): Promise<void> {
  await states.takingPart(cast, family("Yolanda S.", "es", [42], days(75), "Calm mornings."), {
    attended: [56, 49, 42, 35, 28, 21, 14, 7],
    missed: [63],
    children: [{ firstName: "Mateo", lastName: "Samplero", birthDate: "2023-05-14" }],
  });
  await states.takingPart(
    cast,
    family("Chris and Jamie D.", "en", [8], days(40), "New parents, little sleep."),
    {
      attended: [28, 21, 14, 5],
      children: [{ firstName: "Wren", lastName: "Demoson", birthDate: "2026-03-02" }],
    },
  );
  await states.takingPart(cast, family("Hope E.", "en", [96], days(85), "Rules that everybody can keep."), {
    attended: [70, 63, 45],
    missed: [14, 7],
  });
  await states.takingPart(cast, family("Marcus F.", "en", [20], days(200), "Being a father of one."), {
    attended: [185, 178, 171, 164, 157, 150, 143, 136],
    ended: { daysAgo: 130, outcome: "completed", endReason: "goals_met" },
  });
}

async function finished(cast: Cast): Promise<void> {
  await ends.declinedByProvider(
    cast,
    family("Odette M.", "en", [130], days(12), "A mentor for a ten-year-old."),
    "not_eligible_age",
  );
  await ends.declinedByFamily(
    cast,
    family("Paula J.", "es", [26], days(20), "Help at home."),
    "hours_or_caring",
  );
  await ends.unreachable(cast, family("Nia K.", "en", [5], days(24), "Somebody to visit the baby."));
  await ends.withdrawn(cast, family("Owen Q.", "en", [70], days(11), "A parent group."));
}

async function beforeAnybodyAsked(cast: Cast): Promise<void> {
  await states.awaitingFamilyYes(cast, family("Celia A.", "es", [22, 50], days(1), ""));
  await states.awaitingFamilyYes(
    cast,
    family("Dee W.", "en", [100], days(3), "", { serviceId: eveningGroupId }),
  );
}

function castOf(sender: StoryPerson, provider: StoryPerson, jurisdictionId: string): Cast {
  return { sender: actorOf(sender, jurisdictionId), provider: actorOf(provider, jurisdictionId) };
}

async function tellHarbor(harbor: string): Promise<void> {
  const rosewood = castOf(people.dana, people.luis, harbor);
  await served(rosewood);
  await finished(rosewood);
  await reachingOut(rosewood);
  await newReferrals(rosewood);
  const late = family("Silvia P.", "es", [33], days(16), "A class in Spanish.", {
    serviceId: familiasFuertesId,
  });
  await states.sent(castOf(people.dana, people.marta, harbor), late);
  await states.sent(
    castOf(people.dana, people.elena, harbor),
    family("Imelda R.", "es", [28], 6, "Other parents to talk to.", { serviceId: eveningGroupId }),
  );
  await beforeAnybodyAsked(castOf(people.ines, people.luis, harbor));
}

async function tellRiverside(riverside: string): Promise<void> {
  const bayside = castOf(people.jo, people.otis, riverside);
  const here = { serviceId: baysideGroupId, zip: "21403" };
  await states.takingPart(
    bayside,
    family("Perla Z.", "es", [31], days(60), "Evenings with other parents.", here),
    { attended: [40, 33, 26, 12] },
  );
  await states.contacting(bayside, family("Gus T.", "en", [50], days(6), "A friendly group.", here), [
    { hoursAgo: days(4), way: "call", outcome: "left_message" },
  ]);
  await states.waitlisted(bayside, family("Tam V.", "vi", [16], days(8), "Help with sleep.", here));
  await ends.declinedByFamily(
    bayside,
    family("Una B.", "en", [77], days(15), "Time to talk.", here),
    "needs_met_elsewhere",
  );
  await states.sent(bayside, family("Vera C.", "es", [19], 9, "Someone to talk to.", here));
  await states.awaitingFamilyYes(
    castOf(people.lee, people.otis, riverside),
    family("Zora D.", "en", [64], days(1), "", here),
  );
}

/** What the provider counts now: the story's earlier starts have used others. */
async function openingsNow(harbor: string): Promise<void> {
  await actAs(actorOf(people.luis, harbor), 2, async (ctx) => {
    const { version } = await ctx.tx.service.findUniqueOrThrow({ where: { id: homeVisitsId } });
    return setOpenings(ctx, { id: homeVisitsId, version, available: 5 });
  });
}

/**
 * Families of the told story at every stage, in both jurisdictions, through the operations that people use.
 * Repeating it adds nothing. The listings and the people must be there.
 */
export async function seedFamilies(places: PlaceIds): Promise<void> {
  const told = await actAs({ kind: "system", name: "seed", jurisdictionId: places.harbor }, 0, (ctx) =>
    ctx.tx.serviceReferral.count(),
  );
  if (told > 0) return;
  for (const id of [places.harbor, places.riverside]) {
    await database().prisma.jurisdiction.update({ where: { id }, data: { settings: storySettings } });
  }
  await tellHarbor(places.harbor);
  await tellRiverside(places.riverside);
  await openingsNow(places.harbor);
  for (const jurisdictionId of [places.harbor, places.riverside]) {
    await actAs({ kind: "system", name: "referral-clocks", jurisdictionId }, 0, expireOverdue);
  }
}
