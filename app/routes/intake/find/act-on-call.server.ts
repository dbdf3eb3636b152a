import { redirect } from "@remix-run/node";
import type { DeskArgs } from "~/auth/desk.server";
import { getPublishedListings, readSearch } from "~/domain/directory/index.server";
import {
  type SearchCriteria,
  emptyCriteria,
  isSameWish,
  removeChip,
  searchCriteriaSchema,
} from "~/domain/directory/search/search-criteria";
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
import { newId } from "~/domain/kernel/ids";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { readId, textOf } from "../frame-of.server";
import { deskWords } from "./desk-words.server";
import { describeKnown, type KnownFamily } from "./describe-known.server";
import { keptSearch, leftOut, searchOf } from "./find-facts.server";

export type CallArgs = DeskArgs & { form: FormData };
type Act = (args: CallArgs, call: Call) => Promise<string | null>;

const path = (call: Call) => `/intake/calls/${call.id}`;

async function keepSearch(
  { ctx }: CallArgs,
  call: Call,
  line: string,
  criteria: SearchCriteria,
  notUsed: readonly string[],
  wish: string | null = null,
): Promise<string> {
  const kept = keptSearch(criteria, notUsed, wish);
  await saveCallSearch(ctx, { callId: call.id, searchLine: line, criteria: kept });
  return `${path(call)}#results`;
}

/** Reads the typed line. The look that follows searches, and counts a new wish that met nothing open. */
async function search(args: CallArgs, call: Call): Promise<string> {
  const line = phoneInLine(textOf(args.form, "q")).rest.slice(0, 300);
  const { criteria, notUsed } = await readSearch(args.ctx, { line });
  const before = searchOf(call).criteria;
  const again = before !== null && isSameWish(before, criteria);
  const wish = again ? null : newId(args.ctx.clock.now());
  return keepSearch(args, call, line, criteria, notUsed, wish);
}

async function remove(args: CallArgs, call: Call): Promise<string> {
  const kept = searchOf(call);
  const criteria = kept.criteria ?? emptyCriteria;
  const chip = textOf(args.form, "chip");
  const radius = /^radius:(\d{1,3})$/.exec(chip)?.[1];
  const changed = radius
    ? { ...criteria, radiusMiles: Math.min(100, Number(radius)) }
    : removeChip(criteria, chip);
  return keepSearch(args, call, call.searchLine, changed, kept.notUsed);
}

/** Ages, cost and ways added beside the line; ages are read as the line reads them. */
async function refine(args: CallArgs, call: Call): Promise<string> {
  const kept = searchOf(call);
  const ages = textOf(args.form, "ages").slice(0, 60);
  const read = ages
    ? (
        await readSearch(args.ctx, {
          line: ages
            .split(/[,;]|\by\b|\band\b/)
            .map((age) => (/^\s*\d+\s*$/.test(age) ? `age ${age}` : age))
            .join(" "),
        })
      ).criteria
    : emptyCriteria;
  const criteria = searchCriteriaSchema.parse({
    ...(kept.criteria ?? emptyCriteria),
    childAgesMonths: read.childAgesMonths,
    cost: args.form.has("free") ? "free" : null,
    modes: ["home", "video", "phone"].filter((mode) => args.form.getAll("mode").includes(mode)),
  });
  return keepSearch(args, call, call.searchLine, criteria, kept.notUsed);
}

/** A number typed with the search: the families that this worker knows by it. Nothing of it is kept. */
async function recognize({ ctx, form, request, session }: CallArgs, call: Call): Promise<KnownFamily[]> {
  const { phone } = phoneInLine(textOf(form, "q"));
  if (!phone || call.family || call.endedAt) return [];
  const words = deskWords(languageOfRequest(request), session.membership.timeZone);
  const found = await findKnownFamily(ctx, { phone });
  return found.map((family) => describeKnown(words, family));
}

const draftFields = ["name", "phone", "way", "messageOk", "help", "script"] as const;

/** The fields of the refer panel, as they stand in a form. The answer is never kept: nobody's yes is chosen beforehand. */
export function draftOfForm(form: FormData): Record<string, string> {
  return Object.fromEntries(draftFields.map((field) => [field, textOf(form, field).slice(0, 4000)]));
}

async function keep({ ctx, form, url }: CallArgs, call: Call, on: boolean): Promise<string> {
  const at = Number(url.searchParams.get("at")) || 1;
  const [listing] = await getPublishedListings(ctx, { slugs: [textOf(form, "program")] });
  if (!listing || (await leftOut(ctx, call)).includes(listing.serviceId)) throw new NotFound();
  const others = call.keptServiceIds.filter((id) => id !== listing.serviceId);
  await keepListings(ctx, {
    callId: call.id,
    serviceIds: on ? [...others, listing.serviceId].slice(-40) : others,
  });
  return `${path(call)}?at=${at}${on ? "&done=keep" : ""}#r${at}`;
}

const acts: Record<string, Act> = {
  search,
  remove,
  refine,
  caller: async ({ ctx, form }, call) => {
    await switchCaller(ctx, { callId: call.id, caller: textOf(form, "caller") as Call["caller"] });
    return path(call);
  },
  draft: async ({ ctx, form }, call) => {
    await saveCallDraft(ctx, { callId: call.id, draft: draftOfForm(form) });
    return null;
  },
  safety: async ({ ctx, form, request }, call) => {
    if (form.has("help")) await saveCallDraft(ctx, { callId: call.id, draft: draftOfForm(form) });
    return `${new URL(request.url).pathname.replace(/\.data$/, "")}?safety=1#safety`;
  },
  recognized: async ({ ctx, form }, call) => {
    const householdId = readId(textOf(form, "householdId"));
    await chooseKnownFamily(ctx, { callId: call.id, householdId });
    return `${path(call)}#results`;
  },
  keep: (args, call) => keep(args, call, true),
  drop: (args, call) => keep(args, call, false),
  end: async ({ ctx }, call) => {
    await endCall(ctx, { callId: call.id });
    return `${path(call)}/summary`;
  },
};

/** Acts of the find-and-refer screen that send nothing to anyone. */
export async function actOnCall(args: CallArgs) {
  const act = acts[textOf(args.form, "intent")];
  const call = await readCall(args.ctx, { callId: readId(args.params.id) });
  if (!act) throw new NotFound();
  const to = await act(args, call);
  const known = textOf(args.form, "intent") === "search" ? await recognize(args, call) : [];
  const stays = to === null || known.length > 0;
  return stays ? { ok: true as const, errors: undefined, conflict: null, known } : redirect(to, 303);
}
