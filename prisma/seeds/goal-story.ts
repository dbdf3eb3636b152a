import { goalFrameworks } from "~/domain/goals/goal-frameworks";
import {
  adoptFramework,
  saveCommunityEntry,
  saveInitiative,
  setTarget,
  settleCommunityEntry,
  setTier,
} from "~/domain/goals/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { people, type StoryPerson } from "./demo-people";
import type { PlaceIds } from "./people";
import { actAs, actorOf } from "./story-steps";

type Entry = Parameters<typeof saveCommunityEntry>[1];
const fresh = { id: "", version: 0, language: "en" };

const harborEntries: Entry[] = [
  {
    ...{ ...fresh, kind: "partner", variety: "public", title: "Harbor County Public Library" },
    ...{ text: "Rooms in every branch, open in the evening.", day: "2024-03-01" },
  },
  {
    ...{ ...fresh, kind: "partner", variety: "private", title: "Tidewater Grocers" },
    ...{ text: "Food boxes for families on a waitlist.", day: "2024-09-15" },
  },
  {
    ...{ ...fresh, kind: "partner", variety: "philanthropic", title: "Lighthouse Fund" },
    ...{ text: "Pays for home visits that no other source pays for.", day: "2024-06-01" },
  },
  {
    ...{ ...fresh, kind: "partner", variety: "families", title: "Parent Council of Harbor" },
    ...{
      text: "Parents who have been through it; they read every form before it is used.",
      day: "2024-01-20",
    },
  },
  {
    ...{ ...fresh, kind: "milestone", variety: "reached", title: "A support line that is not the hotline" },
    ...{ text: "Answered from 8 to 6.", day: "2025-03-31", doneOn: "2025-02-17" },
  },
  {
    ...{ ...fresh, kind: "milestone", variety: "under_way", title: "Home visits in every ZIP code" },
    ...{ text: "Southwest is still without.", day: "2027-06-30", doneOn: "" },
  },
  {
    ...{ ...fresh, kind: "milestone", variety: "planned", title: "A tenth of the budget for prevention" },
    ...{ text: "", day: "2028-06-30", doneOn: "" },
  },
  {
    ...{ ...fresh, kind: "asked", title: "Parent Council of Harbor", day: "2025-04-10" },
    ...{ text: "Whether the words of the first call sound like help or like a report." },
    ...{ outcome: "The first sentence now says who is calling and that nobody has to answer." },
  },
  {
    ...{
      ...fresh,
      kind: "asked",
      language: "es",
      title: "Grupo de padres de habla hispana",
      day: "2025-09-18",
    },
    ...{
      text: "Qué hace difícil decir que sí a una visita.",
      outcome: "Las visitas se ofrecen también los sábados.",
    },
  },
];

const harborLesson: Entry = {
  ...{ ...fresh, kind: "lesson", title: "Ask about the evening first" },
  text: "Most parents who said no had said no to an hour, not to help. We now ask which hours suit before we name a program.",
};
const riversideLesson: Entry = {
  ...{ ...fresh, kind: "lesson", title: "Call back the same day" },
  text: "When the program calls on the day of the referral, the phone is answered. A day later it often is not.",
};

/** What a board decided of a measure, without a baseline of ours. */
const threshold = {
  ...{ framework: "phl-ioc", goal: "1", kind: "threshold", way: "down", byDay: "2025-06-30" },
  ...{ baseline: "none", baselineFrom: "", baselineTo: "", baselineValue: "", replaces: "" },
};

async function tellTargets(ctx: Ctx): Promise<void> {
  const source = "County prevention plan, January 2024";
  await setTarget(ctx, { ...threshold, measure: "OUT-REM-12", value: "10", source });
  await setTarget(ctx, { ...threshold, measure: "OUT-SUB-12", value: "4", source });
  await setTarget(ctx, {
    ...{ ...threshold, goal: "3", measure: "KIN-FAM", kind: "pp_change", way: "up", value: "5", source },
    ...{ byDay: "2027-06-30", baseline: "typed", baselineFrom: "2019-09-30", baselineTo: "2019-09-30" },
    baselineValue: "57",
  });
}

async function tellInitiatives(ctx: Ctx): Promise<void> {
  await saveInitiative(ctx, {
    ...{ ...fresh, title: "Evening and Saturday home visits" },
    what: "Three programs visit until 8 in the evening and on Saturdays, paid by the Lighthouse Fund.",
    ...{ place: "ZIP codes 21215 and 21216", byWhom: "Rosewood, Harbor Lane, Casa del Puente" },
    ...{ startsOn: "2024-10-01", endsOn: "", measures: ["OUT-REM-12", "OUT-RPT-12", "REF-ENR60"] },
  });
}

/** Every framework, told at an instant of its own; nothing where it was told before. */
async function follow(
  person: StoryPerson,
  jurisdictionId: string,
  at: string,
  more: (ctx: Ctx) => Promise<void>,
): Promise<void> {
  await actAs(actorOf(person, jurisdictionId), new Date(at), async (ctx) => {
    if ((await ctx.tx.adoptedFramework.count({ where: { jurisdictionId } })) > 0) return;
    for (const { id } of goalFrameworks) await adoptFramework(ctx, { framework: id });
    await more(ctx);
  });
}

async function share(ctx: Ctx, lesson: Entry): Promise<void> {
  const { id } = await saveCommunityEntry(ctx, lesson);
  await settleCommunityEntry(ctx, { id, version: 1, act: "share" });
}

/**
 * The goals that both jurisdictions follow, their targets, what was begun for them, and the community work, through the
 * operations that people use. The people and the places must be there; the same at every start.
 */
export async function seedGoals(places: PlaceIds): Promise<void> {
  await follow(people.mira, places.riverside, "2026-02-03T15:00:00Z", async (ctx) => {
    await setTier(ctx, { tier: "1", since: "2025-07-01" });
    await share(ctx, riversideLesson);
  });
  await follow(people.priya, places.harbor, "2026-02-04T15:00:00Z", async (ctx) => {
    await tellTargets(ctx);
    await tellInitiatives(ctx);
    await setTier(ctx, { tier: "1", since: "2024-01-01" });
    await setTier(ctx, { tier: "2", since: "2025-07-01" });
    for (const entry of harborEntries) await saveCommunityEntry(ctx, entry);
    await share(ctx, harborLesson);
  });
}
