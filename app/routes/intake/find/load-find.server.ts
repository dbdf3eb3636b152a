import type { DeskArgs } from "~/auth/desk.server";
import { readDanger } from "~/domain/directory/search/danger-words";
import { readCall } from "~/domain/households/index.server";
import type { CallView as Call } from "~/domain/households/call-views";
import { readId } from "~/domain/kernel/ids";
import { nameInWords } from "~/listing-words/name-in-words";
import { storedNameInWords } from "~/listing-words/stored-name-in-words";
import { formatPhone } from "~/locales/format";
import type { Words } from "~/locales/words";
import { pathTo } from "~/paths";
import { describeCrisis } from "../../crisis-lines/describe-crisis.server";
import { frameOf, wordsOf } from "../frame-of.server";
import { describeCall } from "./describe-call.server";
import { describeDone } from "./describe-done.server";
import { describeClosed, describeListing, describeMisfit } from "./describe-listing.server";
import { describeCounts, describeSearch } from "./describe-search.server";
import { type FindFacts, readFindFacts } from "./find-facts.server";
import { loadPanel } from "./load-panel.server";
import { positionOf } from "./row-position";
import type { FindView, PanelView, ResultsView } from "./view";

export type LoadedFind = {
  view: FindView;
  panel: PanelView | null;
  banner: string | null;
  safetyOpen: boolean;
  backTo: string;
};

const banners = ["sent", "text", "warm", "keep", "outreach", "invite"] as const;

/** By program, the last that this call did with it. */
function doneWith({ t }: Words, { done, information }: FindFacts): ReadonlyMap<string, string> {
  return new Map([
    ...information.map((act) => [act.serviceId, t(`given.${act.kind}`)] as const),
    ...done.map(
      (act) =>
        [act.serviceId, act.masked ? t(`mask.${act.masked}`) : t(`status:referral.${act.status}`)] as const,
    ),
  ]);
}

function describeMisfits(words: Words, { misfits, search }: FindFacts): ResultsView["misfits"] {
  const within = search.criteria?.radiusMiles ?? 0;
  return misfits?.map((listing) => describeMisfit(words, listing, within)) ?? null;
}

function describeResults(words: Words, facts: FindFacts): ResultsView {
  const { call, found, before, parked } = facts;
  const out = parked.declined.length + parked.conflict.length;
  const leftOut = out > 0 ? words.t("results.leftOut", { count: out }) : null;
  if (!found)
    return {
      heading: "",
      leftOut,
      rows: [],
      closed: [],
      closedWords: "",
      wider: [],
      misfits: null,
      pages: null,
    };
  const kept = new Set(call.keptServiceIds);
  return {
    ...describeCounts(words, found, before),
    leftOut,
    misfits: describeMisfits(words, facts),
    rows: found.results.map((listing, index) =>
      describeListing(words, listing, before + index + 1, kept, doneWith(words, facts)),
    ),
    closed: found.closed.map((listing) => describeClosed(words, listing)),
  };
}

const doneOf = (words: Words, { call, done, information }: FindFacts) =>
  describeDone(words, { callId: call.id, referrals: done, information, kept: call.keptServiceIds.length });

/** Where this line hands over: the hotline itself takes the report; a support line transfers by its own steps. */
function safetyOf({ session }: DeskArgs, call: Call): FindView["safety"] {
  const { crisisPhone } = session.membership;
  return { line: call.line, crisisPhone: crisisPhone && formatPhone(crisisPhone) };
}

/** Read from the line as it is looked at: that somebody is in danger is kept nowhere. */
function crisisOf({ session }: DeskArgs, words: Words, { call, search }: FindFacts): FindView["crisis"] {
  const { crisisPhone } = session.membership;
  const needs = search.criteria?.needs ?? [];
  return describeCrisis(words, { dangers: readDanger(call.searchLine), needs, crisisPhone }, "staff");
}

/** What the last act did; the URL holds only which act it was and the row. */
function bannerOf(words: Words, url: URL, facts: FindFacts): string | null {
  const { t, format } = words;
  const act = banners.find((each) => each === url.searchParams.get("done"));
  const last = facts.done.at(-1);
  if (!act) return null;
  const row = facts.found?.results[Number(url.searchParams.get("at")) - facts.before - 1];
  const sent = act === "sent" || act === "outreach";
  const program = sent
    ? last && storedNameInWords(words, last.serviceName, last.serviceText)
    : row && nameInWords(words, row).name;
  const due = last?.dueAt ? format.dateTime(last.dueAt) : "";
  const keys = {
    sent: "refer.sent",
    text: "text.sent",
    warm: "warm.sent",
    keep: "keep.added",
    outreach: "outreach.sent",
    invite: "nobody.invitedNow",
  } as const;
  if (act === "sent" && last?.masked) return t("refer.sentSealed", { program });
  return program ? t(keys[act], { program, due }) : null;
}

/** Find and refer, for a call of the worker's own; with a program's slug, its panel too. A foreign call is not found. */
export async function loadFind(args: DeskArgs, slug: string | null): Promise<LoadedFind> {
  const { ctx, url } = args;
  const callId = readId(args.params.id);
  const call = await readCall(ctx, { callId });
  const facts = await readFindFacts(args, call);
  const words = await wordsOf(args);
  const results = describeResults(words, facts);
  const at = Math.max(facts.before + 1, Math.min(positionOf(url), facts.before + results.rows.length));
  const path = pathTo("/intake/calls/:id", { id: callId });
  return {
    view: {
      frame: await frameOf(args, { callPath: path }),
      call: describeCall(words, call, facts.search.criteria, doneOf(words, facts), ctx.clock.now()),
      search: describeSearch(words, call.searchLine, facts.search.criteria, facts.search.notUsed),
      results,
      chosen: at,
      safety: safetyOf(args, call),
      crisis: crisisOf(args, words, facts),
    },
    panel: slug ? await loadPanel(args, words, facts, slug) : null,
    banner: bannerOf(words, url, facts),
    safetyOpen: url.searchParams.has("safety"),
    backTo: slug ? `${path}/refer/${slug}?at=${at}` : `${path}?at=${at}`,
  };
}
