import type { DeskArgs } from "~/auth/desk.server";
import { readSearch, searchListings } from "~/domain/directory/index.server";
import { chipsOf } from "~/domain/directory/search/search-criteria";
import { chipInWords } from "../../public/finder/finder-words.server";
import { deskWords } from "../../desk-words.server";

const shown = 5;

/** How a line is read, and the first programs that it brings up, as the public sees them. */
export async function tryLine(args: DeskArgs, line: string) {
  const { ctx } = args;
  const words = await deskWords(args, "public");
  const { language } = words;
  const { criteria, notUsed } = await readSearch(ctx, { line, language });
  const chips = chipsOf(criteria);
  const found = chips.length > 0 ? await searchListings(ctx, { criteria }) : null;
  return {
    line,
    read: chips.map((chip) => chipInWords(words, chip)),
    notUsed,
    total: found?.total ?? 0,
    programs: (found?.results ?? []).slice(0, shown).map(({ serviceId, card, says }) => ({
      id: serviceId,
      name: card.name,
      organization: card.organizationName,
      says: says ?? [],
    })),
    errors: undefined,
    conflict: null,
  };
}
export type TriedLine = Awaited<ReturnType<typeof tryLine>>;
