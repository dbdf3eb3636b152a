import type { Ctx } from "~/domain/kernel/context";
import { can } from "~/domain/kernel/index.server";
import { needsToSend } from "~/domain/referrals/sending/needs-to-send";
import { nameInWords } from "~/listing-words/name-in-words";
import { phoneInWords } from "~/listing-words/phone-in-words";
import { placeInRow } from "~/listing-words/place-in-words";
import { reasonsInWords } from "~/listing-words/reasons-in-words";
import type { Words } from "~/locales/words";
import { draftOf, familyKnown } from "./describe-call.server";
import { roomWords } from "./describe-listing.server";
import { programFacts } from "./program-facts";
import type { FindFacts } from "./find-facts.server";
import type { FoundListing } from "./search-result";
import type { PanelView } from "./view";

/** What was searched for, and of it what this program lists. */
function needsAsked({ t }: Words, searched: readonly string[], { facts }: FoundListing): PanelView["needs"] {
  const asked = needsToSend(searched, facts.needCodes);
  return searched.map((value) => ({ value, label: t(`needs:${value}`), asked: asked.includes(value) }));
}

const hows = ["text", "warm", "open"] as const;

/** The panel for one program of the results; `how` says what it is opened for. */
export function describePanel(
  words: Words,
  ctx: Ctx,
  facts: FindFacts,
  listing: FoundListing,
  at: number,
  how: string | null,
  { due, nobody, consentText, fit }: Pick<PanelView, "nobody" | "consentText" | "fit"> & { due: Date },
): PanelView {
  const { call, search } = facts;
  const draft = draftOf(call, words.language, listing.card.slug);
  const known = familyKnown(call, search.criteria);
  const { ticks, asks } = reasonsInWords(words, listing, { beside: true });
  return {
    how: hows.find((each) => each === how) ?? (nobody ? "nobody" : "refer"),
    nobody,
    at,
    slug: listing.card.slug,
    name: nameInWords(words, listing).name,
    organization: listing.card.organizationName,
    where: placeInRow(words, listing),
    room: roomWords(words, listing).room,
    replies: roomWords(words, listing).beside,
    ticks,
    asks,
    phone: phoneInWords(words, listing.card),
    facts: programFacts(words, listing),
    fit,
    stale: listing.freshness.review === "stale",
    needsRelease: listing.card.needsSignedRelease,
    canRefer: can(ctx, "send", "ServiceReferral") && listing.match.takingReferrals,
    due: words.format.dateTime(due),
    draft: {
      ...draft,
      script:
        facts.call.draft.script || facts.call.family || search.criteria?.languages[0] !== "es"
          ? draft.script
          : "es",
    },
    known: {
      postalCode: known.postalCode,
      childAgesMonths: known.childAgesMonths,
      language: known.language,
      interpreter: known.interpreter,
    },
    needs: needsAsked(words, search.criteria?.needs ?? [], listing),
    consentText,
    carried: call.family !== null && draft.name !== "",
    formKey: crypto.randomUUID(),
  };
}
