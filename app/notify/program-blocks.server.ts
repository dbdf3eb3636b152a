import { getPublishedListings } from "~/domain/directory/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { readJurisdiction } from "~/domain/organizations/index.server";
import { factsInWords } from "~/listing-words/facts-in-words";
import { nameInWords } from "~/listing-words/name-in-words";
import { wordsIn } from "~/locales/words-in.server";
import { linkTo } from "~/paths";
import type { LetterBlock } from "./templates/letter";

const told: readonly string[] = ["phone", "when", "where", "cost"];

/** Programs as a caller takes them along: what the public page says, and its link. Read as nobody in particular. */
export async function programBlocks(
  ctx: Ctx,
  serviceIds: string[],
  locale: string,
  address: string,
): Promise<LetterBlock[]> {
  const language = locale.startsWith("es") ? "es" : "en";
  const { timeZone } = await readJurisdiction(ctx);
  const words = wordsIn(language, "mail", { timeZone, now: ctx.clock.now() });
  const { jurisdictionId } = ctx.actor;
  const asVisitor: Ctx = { ...ctx, actor: { kind: "public", jurisdictionId } };
  const listings = await getPublishedListings(asVisitor, { serviceIds });
  return listings.map((listing) => ({
    heading: nameInWords(words, listing).name,
    lines: factsInWords(words, listing).filter(({ key }) => told.includes(key)),
    actions: [
      {
        label: words.t("program-details.action"),
        href: linkTo("/:lang/programs/:slug", { lang: language, slug: listing.card.slug }, address),
      },
    ],
  }));
}
