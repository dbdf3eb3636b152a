import type { DeskArgs } from "~/auth/desk.server";
import { getPublishedListings } from "~/domain/directory/index.server";
import { readCall } from "~/domain/households/index.server";
import { readId } from "~/domain/kernel/ids";
import { factsInWords } from "~/listing-words/facts-in-words";
import { nameInWords } from "~/listing-words/name-in-words";
import { wordsIn } from "~/locales/words-in.server";
import { frameOf, wordsOf } from "../frame-of.server";

/** What a family or a reporter needs to call: facts of the programs, and nothing of a call. */
const told: readonly string[] = ["phone", "when", "where", "cost"];

/** The programs that a call put aside (or the one named), in the family's language; to read, copy, print or mail. */
export async function loadList(args: DeskArgs) {
  const { ctx, params, url } = args;
  const call = await readCall(ctx, { callId: readId(params.id) });
  const program = url.searchParams.get("program");
  const listings = await getPublishedListings(
    ctx,
    program ? { slugs: [program] } : { serviceIds: call.keptServiceIds },
  );
  const desk = await wordsOf(args);
  const language =
    call.family?.language === "es" || call.draft["script"] === "es" ? ("es" as const) : ("en" as const);
  const words = wordsIn(language, "listing", { timeZone: desk.timeZone, now: desk.now });
  const programs = listings.map((listing) => ({
    slug: listing.card.slug,
    serviceId: listing.serviceId,
    name: nameInWords(words, listing).name,
    organization: listing.card.organizationName,
    lines: factsInWords(words, listing).filter(({ key }) => told.includes(key)),
  }));
  const text = programs.map(({ name, organization, lines }) =>
    [name, organization, ...lines.map(({ label, value }) => `${label}: ${value}`)].join("\n"),
  );
  return {
    frame: await frameOf(args),
    callId: call.id,
    ended: call.endedAt !== null,
    language,
    program,
    programs,
    text: text.join("\n\n"),
    email: call.caller === "family" && call.family?.messageOk ? (call.family.email ?? "") : "",
    sent: url.searchParams.has("mailed"),
  };
}
