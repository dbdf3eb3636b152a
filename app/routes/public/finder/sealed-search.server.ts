import { z } from "zod";
import { openCode, sealCode } from "~/auth/seal-code.server";
import { dangers } from "~/domain/directory/search/danger-words";
import { searchCriteriaSchema } from "~/domain/directory/search/search-criteria";
import { isId } from "~/domain/kernel/ids";

const purpose = "public-search";

const sealedSearch = z.object({
  criteria: searchCriteriaSchema,
  /** What was typed as a place and is none we know. */
  unknownPlace: z.string().nullable().catch(null),
  /** Of a search in one's own words: what was not used, and a street that stands for its town. Null: from the boxes. */
  spoken: z
    .object({
      notUsed: z.array(z.string().max(200)).max(60),
      street: z.string().max(200).nullable(),
    })
    .nullable()
    .catch(null),
  /** What danger the words told of: carried here and kept nowhere. */
  danger: z.array(z.enum(dangers)).max(4).catch([]),
  /** Of a new wish: what counts it once when nothing is open. */
  wish: z.string().refine(isId).nullable().catch(null),
});
export type SealedSearch = z.output<typeof sealedSearch>;

export function sealSearch(search: SealedSearch): string {
  return sealCode(purpose, search);
}

/** The search behind `?k=`, or null when there is none or it cannot be read. */
export function openSearch(code: string | null): SealedSearch | null {
  return sealedSearch.safeParse(openCode(purpose, code)).data ?? null;
}
