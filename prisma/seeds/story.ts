import { database } from "~/db/client.server";
import { setOpenings } from "~/domain/directory/index.server";
import { type Clock, systemClock } from "~/domain/kernel/clock";
import { expireOverdue } from "~/domain/referrals/index.server";
import { people, type StoryPerson } from "./demo-people";
import * as ends from "./family-ends";
import * as states from "./family-states";
import { familyTeller } from "./family-teller";
import type { Cast } from "./family-states";
import { eveningGroupId, familiasFuertesId, homeVisitsId } from "./listing-story";
import type { PlaceIds } from "./people";
import { storySettings } from "./story-settings";
import { actAs, actorOf } from "./story-steps";
import { type StoryTime, storyTime } from "./story-time";

const baysideGroupId = "0199a000-0000-7000-8000-000000002001";

async function newReferrals(cast: Cast): Promise<void> {
  const { family, time } = cast;
  await states.sent(
    cast,
    family("Rosa T.", "es", [12], time.workdaysAgo(3, 10.6), "Someone to talk with about stress at home."),
  );
  await states.opened(
    cast,
    family("Maria G.", "es", [36, 72], time.at(1, 12.2), "Help with tantrums. Evenings after 6 work best.", {
      zip: "21215",
    }),
  );
  await states.sent(
    cast,
    family("Andre and Tasha W.", "en", [-2], time.at(1, 17.8), "Getting ready for a new baby.", {
      urgent: true,
    }),
  );
  await states.sent(cast, family("Linh P.", "vi", [168], time.lastAt(9.8), "Routines with a teen at home."));
  await states.sent(
    cast,
    family("Prefers to call", "en", [48], time.lastAt(11.3), "A parent group. Will call you.", {
      callsThemselves: true,
    }),
  );
  await states.questioned(
    cast,
    family("Bea N.", "en", [60], time.at(2, 11), "A hand with mornings before school."),
    "Which mornings would suit Bea best?",
  );
}

async function reachingOut(cast: Cast): Promise<void> {
  const { family, time } = cast;
  const { at } = time;
  await states.accepted(cast, family("Dolores V.", "es", [24], at(2, 12.4), "Quiet evenings and bedtime."));
  await states.contacting(
    cast,
    family("Keisha B.", "en", [30, 54], at(6, 13), "Ideas for two busy children."),
    [
      { at: at(5, 10.2), way: "call", outcome: "no_answer" },
      { at: at(3, 17.5), way: "text", outcome: "left_message" },
    ],
  );
  await states.contacting(cast, family("Tomas R.", "es", [84], at(14, 10), "Homework without tears."), [
    { at: at(12, 10.5), way: "call", outcome: "no_answer" },
    { at: at(9, 18.3), way: "text", outcome: "left_message" },
    { at: at(4, 13.8), way: "call", outcome: "no_answer" },
  ]);
  await states.scheduled(
    cast,
    family("Grace O.", "en", [18], at(5, 9.7), "Playing and talking with a toddler."),
    3,
  );
  await states.onHold(
    cast,
    family("Ana L.", "es", [10], at(9, 14.1), "After the move, someone to visit."),
    20,
  );
  await states.waitlisted(
    cast,
    family("Ruthie C.", "en", [66], at(7, 11.2), "A Saturday visit, if there is one."),
  );
  await states.waitlisted(
    cast,
    family("Fatima H.", "en", [14, 40], at(10, 10.9), "Help settling two little ones."),
  );
}

async function served(cast: Cast): Promise<void> {
  const { family, time } = cast;
  const { at } = time;
  await states.takingPart(cast, family("Yolanda S.", "es", [42], at(75, 11), "Calm mornings."), {
    attended: [56, 49, 42, 35, 28, 21, 14, 7],
    missed: [63],
    children: [{ firstName: "Mateo", lastName: "Samplero", birthDate: time.birthDate(42, 0) }],
  });
  await states.takingPart(
    cast,
    family("Chris and Jamie D.", "en", [8], at(40, 13.5), "New parents, little sleep."),
    {
      attended: [28, 21, 14, 5],
      children: [{ firstName: "Wren", lastName: "Demoson", birthDate: time.birthDate(8, 0) }],
    },
  );
  await states.takingPart(cast, family("Hope E.", "en", [96], at(85, 10), "Rules that everybody can keep."), {
    attended: [70, 63, 45],
    missed: [14, 7],
  });
  await states.takingPart(cast, family("Marcus F.", "en", [20], at(200, 12), "Being a father of one."), {
    attended: [185, 178, 171, 164, 157, 150, 143, 136],
    ended: { daysAgo: 130, outcome: "completed", endReason: "goals_met" },
  });
}

async function finished(cast: Cast): Promise<void> {
  const { family, time } = cast;
  const { at } = time;
  await ends.declinedByProvider(
    cast,
    family("Odette M.", "en", [130], at(12, 9.4), "A mentor for a ten-year-old."),
    "not_eligible_age",
  );
  await ends.declinedByFamily(
    cast,
    family("Paula J.", "es", [26], at(20, 13.2), "Help at home."),
    "hours_or_caring",
  );
  await ends.unreachable(cast, family("Nia K.", "en", [5], at(24, 12), "Somebody to visit the baby."), 23);
  await ends.withdrawn(cast, family("Owen Q.", "en", [70], at(11, 10.3), "A parent group."));
}

async function beforeAnybodyAsked(cast: Cast): Promise<void> {
  const { family, time } = cast;
  await states.awaitingFamilyYes(cast, family("Celia A.", "es", [22, 50], time.at(1, 14.6), ""));
  await states.awaitingFamilyYes(
    cast,
    family("Dee W.", "en", [100], time.at(3, 9.9), "", { serviceId: eveningGroupId }),
  );
}

type Telling = Pick<Cast, "family" | "time">;

function castOf(told: Telling, sender: StoryPerson, provider: StoryPerson, jurisdictionId: string): Cast {
  return { ...told, sender: actorOf(sender, jurisdictionId), provider: actorOf(provider, jurisdictionId) };
}

async function tellHarbor(telling: Telling, harbor: string): Promise<void> {
  const { family, time } = telling;
  const rosewood = castOf(telling, people.dana, people.luis, harbor);
  await served(rosewood);
  await finished(rosewood);
  await reachingOut(rosewood);
  await newReferrals(rosewood);
  const late = family("Silvia P.", "es", [33], time.at(16, 15), "A class in Spanish.", {
    serviceId: familiasFuertesId,
  });
  await states.sent(castOf(telling, people.dana, people.marta, harbor), late);
  await states.sent(
    castOf(telling, people.dana, people.elena, harbor),
    family("Imelda R.", "es", [28], time.lastAt(10.7), "Other parents to talk to.", {
      serviceId: eveningGroupId,
    }),
  );
  await beforeAnybodyAsked(castOf(telling, people.ines, people.luis, harbor));
}

async function tellRiverside(telling: Telling, riverside: string): Promise<void> {
  const { family, time } = telling;
  const { at } = time;
  const bayside = castOf(telling, people.jo, people.otis, riverside);
  const here = { serviceId: baysideGroupId, zip: "21403" };
  await states.takingPart(
    bayside,
    family("Perla Z.", "es", [31], at(60, 11), "Evenings with other parents.", here),
    { attended: [40, 33, 26, 12] },
  );
  await states.contacting(bayside, family("Gus T.", "en", [50], at(6, 10), "A friendly group.", here), [
    { at: at(4, 15.5), way: "call", outcome: "left_message" },
  ]);
  await states.waitlisted(bayside, family("Tam V.", "vi", [16], at(8, 9.5), "Help with sleep.", here));
  await ends.declinedByFamily(
    bayside,
    family("Una B.", "en", [77], at(15, 12.6), "Time to talk.", here),
    "needs_met_elsewhere",
  );
  await states.sent(bayside, family("Vera C.", "es", [19], time.lastAt(9.2), "Someone to talk to.", here));
  await states.awaitingFamilyYes(
    castOf(telling, people.lee, people.otis, riverside),
    family("Zora D.", "en", [64], at(1, 10.5), "", here),
  );
}

/** What the provider counts now: the story's earlier starts have used others. */
async function openingsNow(time: StoryTime, harbor: string): Promise<void> {
  await actAs(actorOf(people.luis, harbor), time.lastAt(8.5), async (ctx) => {
    const { version } = await ctx.tx.service.findUniqueOrThrow({ where: { id: homeVisitsId } });
    return setOpenings(ctx, { id: homeVisitsId, version, available: 5 });
  });
}

/**
 * Families of the told story at every stage, in both jurisdictions, through the operations that people use, as they
 * stand at the clock's now. Repeating it adds nothing. The listings and the people must be there.
 */
export async function seedFamilies(places: PlaceIds, clock: Clock = systemClock): Promise<void> {
  const time = storyTime(clock.now());
  const telling = { time, family: familyTeller() };
  const told = await actAs({ kind: "system", name: "seed", jurisdictionId: places.harbor }, time.now, (ctx) =>
    ctx.tx.serviceReferral.count(),
  );
  if (told > 0) return;
  const settings = storySettings(time);
  for (const id of [places.harbor, places.riverside]) {
    await database().prisma.jurisdiction.update({ where: { id }, data: { settings } });
  }
  await tellHarbor(telling, places.harbor);
  await tellRiverside(telling, places.riverside);
  await openingsNow(time, places.harbor);
  for (const jurisdictionId of [places.harbor, places.riverside]) {
    await actAs({ kind: "system", name: "referral-clocks", jurisdictionId }, time.now, expireOverdue);
  }
}
