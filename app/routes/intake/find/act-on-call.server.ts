import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { list, text, textUpTo, ticked } from "~/auth/form-fields";
import { getPublishedListings, readSearch, takeChipFromLine } from "~/domain/directory/index.server";
import {
  type SearchCriteria,
  emptyCriteria,
  isSameWish,
  removeChip,
  searchCriteriaSchema,
} from "~/domain/directory/search/search-criteria";
import { carryFacts } from "~/domain/directory/search/carry-facts";
import { readDanger } from "~/domain/directory/search/danger-words";
import { readTypedAges } from "~/domain/directory/search/read-typed-ages";
import { switchCallerSchema } from "~/domain/households/call.schema";
import type { CallView as Call } from "~/domain/households/call-views";
import { phoneInLine } from "~/domain/households/phone-in-line";
import {
  chooseKnownFamily,
  endCall,
  findKnownFamily,
  keepListings,
  readCall,
  saveCallDraft,
  saveCallSearch,
  switchCaller,
} from "~/domain/households/index.server";
import { NotFound } from "~/domain/kernel/errors";
import { newId, readId } from "~/domain/kernel/ids";
import { pathTo } from "~/paths";
import { wordsOf } from "../frame-of.server";
import { describeKnown, type KnownFamily } from "./describe-known.server";
import { keptSearch, leftOut, searchOf } from "./find-facts.server";
import { draftFields } from "./keep-draft.server";

type CallArgs = DeskArgs & { call: Call };

const path = (call: Call) => pathTo("/intake/calls/:id", { id: call.id });
/** The page stays as it is; families that this worker knows by a number that was typed. */
const stay = (known: KnownFamily[] = []) => ({ ok: true as const, errors: undefined, conflict: null, known });

/** An act on a call of the worker's own; it answers where to go, or to stay. */
function onCall<S extends z.ZodType>(
  schema: S,
  act: (args: CallArgs & { input: z.output<S> }) => Promise<string | ReturnType<typeof stay>>,
) {
  const run = async (args: DeskArgs & { input: z.output<S> }) => {
    const call = await readCall(args.ctx, { callId: readId(args.params.id) });
    const to = await act({ ...args, call });
    return typeof to === "string" ? redirect(to, 303) : to;
  };
  return [schema, run] as const;
}

async function keepSearch(
  { ctx, call }: CallArgs,
  line: string,
  criteria: SearchCriteria,
  notUsed: readonly string[],
  wish: string | null = null,
): Promise<string> {
  const kept = keptSearch(criteria, notUsed, wish);
  await saveCallSearch(ctx, { callId: call.id, searchLine: line, criteria: kept });
  return `${path(call)}#${readDanger(line).length > 0 ? "crisis" : "results"}`;
}

/** A number typed with the search: the families that this worker knows by it. Nothing of it is kept. */
async function recognize(args: CallArgs, phone: string | null): Promise<KnownFamily[]> {
  const { ctx, call } = args;
  if (!phone || call.family || call.endedAt) return [];
  const words = await wordsOf(args);
  const found = await findKnownFamily(ctx, { phone });
  return found.map((family) => describeKnown(words, family));
}

/** Reads the typed line. The look that follows searches, and counts a new wish that met nothing open. */
async function search(args: CallArgs, typed: string) {
  const { ctx, call } = args;
  const { phone, rest } = phoneInLine(typed);
  const line = rest.slice(0, 300);
  const { language } = await wordsOf(args);
  const { criteria: read, notUsed } = await readSearch(ctx, { line, language });
  const before = searchOf(call).criteria;
  const criteria = carryFacts(before, read);
  const again = before !== null && isSameWish(before, criteria);
  // Of danger nothing is counted.
  const wish = again || readDanger(line).length > 0 ? null : newId(ctx.clock.now());
  const to = await keepSearch(args, line, criteria, notUsed, wish);
  const known = await recognize(args, phone);
  return known.length > 0 ? stay(known) : to;
}

async function remove(args: CallArgs, chip: string) {
  const kept = searchOf(args.call);
  const criteria = kept.criteria ?? emptyCriteria;
  const radius = /^radius:(\d{1,3})$/.exec(chip)?.[1];
  const changed = radius
    ? { ...criteria, radiusMiles: Math.min(100, Number(radius)) }
    : removeChip(criteria, chip);
  const { language } = await wordsOf(args);
  const { line } = await takeChipFromLine(args.ctx, { line: args.call.searchLine, language, chip });
  return keepSearch(args, line, changed, kept.notUsed);
}

const refined = z.object({ ages: textUpTo(200), free: ticked, mode: list(z.string()) });

/** Ages, cost and ways added beside the line. */
async function refine(args: CallArgs, { ages, free, mode }: z.output<typeof refined>) {
  const kept = searchOf(args.call);
  const criteria = searchCriteriaSchema.parse({
    ...(kept.criteria ?? emptyCriteria),
    childAgesMonths: readTypedAges(ages),
    cost: free ? "free" : null,
    modes: ["home", "video", "phone"].filter((known) => mode.includes(known)),
  });
  return keepSearch(args, args.call.searchLine, criteria, kept.notUsed);
}

async function keep({ ctx, call, url }: CallArgs, program: string, on: boolean) {
  const at = Number(url.searchParams.get("at")) || 1;
  const [listing] = await getPublishedListings(ctx, { slugs: [program] });
  if (!listing || (await leftOut(ctx, call)).includes(listing.serviceId)) throw new NotFound();
  const others = call.keptServiceIds.filter((id) => id !== listing.serviceId);
  await keepListings(ctx, {
    callId: call.id,
    serviceIds: on ? [...others, listing.serviceId].slice(-40) : others,
  });
  return `${path(call)}?at=${at}${on ? "&done=keep" : ""}#r${at}`;
}

const program = z.object({ program: text });

/** Acts of the find-and-refer screen that send nothing to anyone. */
export const callActs = deskActs({
  search: onCall(z.object({ q: text }), ({ input, ...args }) => search(args, input.q)),
  remove: onCall(z.object({ chip: text }), ({ input, ...args }) => remove(args, input.chip)),
  refine: onCall(refined, ({ input, ...args }) => refine(args, input)),
  caller: onCall(switchCallerSchema.pick({ caller: true }), async ({ ctx, call, input }) => {
    await switchCaller(ctx, { callId: call.id, ...input });
    return path(call);
  }),
  draft: onCall(draftFields, async ({ ctx, call, input }) => {
    await saveCallDraft(ctx, { callId: call.id, draft: input });
    return stay();
  }),
  // The button stands in the panel's form too, where there is something to keep.
  safety: onCall(draftFields.extend({ help: z.string().optional() }), async ({ ctx, call, input, url }) => {
    const { help, ...draft } = input;
    if (help !== undefined) await saveCallDraft(ctx, { callId: call.id, draft: { ...draft, help } });
    return `${url.pathname.replace(/\.data$/, "")}?safety=1#safety`;
  }),
  recognized: onCall(z.object({ householdId: text }), async ({ ctx, call, input }) => {
    await chooseKnownFamily(ctx, { callId: call.id, householdId: readId(input.householdId) });
    return `${path(call)}#results`;
  }),
  keep: onCall(program, ({ input, ...args }) => keep(args, input.program, true)),
  drop: onCall(program, ({ input, ...args }) => keep(args, input.program, false)),
  end: onCall(z.object({}), async ({ ctx, call }) => {
    await endCall(ctx, { callId: call.id });
    return `${path(call)}/summary`;
  }),
});
