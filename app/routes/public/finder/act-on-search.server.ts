import { redirect } from "@remix-run/node";
import { z } from "zod";
import { list, text, textUpTo } from "~/auth/form-fields";
import { type PublicPageArgs, publicActs } from "~/auth/public-page.server";
import { needsOfCategory, readSearch } from "~/domain/directory/index.server";
import { readDanger } from "~/domain/directory/search/danger-words";
import { isNeedCode } from "~/domain/directory/needs/needs";
import {
  type SearchCriteria,
  emptyCriteria,
  isSameWish,
  removeChip,
  searchCriteriaSchema,
} from "~/domain/directory/search/search-criteria";
import { newId } from "~/domain/kernel/ids";
import { requireLanguage } from "~/locales/require-language";
import { pathTo } from "~/paths";
import { openSearch, type SealedSearch, sealSearch } from "./sealed-search.server";

type ReadSearch = Omit<SealedSearch, "wish">;
type Before = Pick<SealedSearch, "criteria" | "spoken" | "danger">;
const nothing: Before = { criteria: emptyCriteria, spoken: null, danger: [] };

const short = text.transform((typed) => typed.trim().slice(0, 200));
/** The search before, sealed: longer than anything a person types, and whole or nothing. */
const after = z.object({ k: text });

/** Reads the form into a search and shows what it finds. Pressed again, or only filtered: the same wish is counted once. */
function searching<S extends z.ZodType<z.output<typeof after>>>(
  schema: S,
  read: (
    ctx: PublicPageArgs["ctx"],
    input: z.output<S>,
    before: Before,
    language: string,
  ) => Promise<ReadSearch>,
) {
  const run = async ({ ctx, params, input }: PublicPageArgs & { input: z.output<S> }) => {
    const language = requireLanguage(params.lang);
    const before = openSearch(input.k);
    const search = await read(ctx, input, before ?? nothing, language);
    const again = before !== null && isSameWish(before.criteria, search.criteria);
    // Of danger nothing is counted.
    const wish = again || search.danger.length > 0 ? null : newId(ctx.clock.now());
    const first =
      search.danger.length > 0 || search.criteria.needs.includes("crisis_help") ? "crisis" : "results";
    return redirect(
      `${pathTo("/:lang/find", { lang: language })}?k=${sealSearch({ ...search, wish })}#${first}`,
      303,
    );
  };
  return [schema, run] as const;
}

const filters = after.extend({
  language: short,
  times: list(z.string()),
  age: short,
  cost: text,
  miles: short,
});

function readFilters(input: z.output<typeof filters>, before: SearchCriteria): SearchCriteria {
  const { language, times, age, cost, miles } = input;
  const asked = searchCriteriaSchema.safeParse({
    ...before,
    languages: language ? [language] : [],
    times,
    childAgesMonths: age === "" ? [] : [Number(age)],
    cost: cost === "free" ? "free" : null,
    radiusMiles: Number(miles) || before.radiusMiles,
  });
  return asked.success ? asked.data : before;
}

/** Searches of a family: what one does not say stays as it was in the search before. */
export const finderActs = publicActs({
  /** Need and place, from the two boxes. */
  boxes: searching(
    after.extend({ need: short, place: short }),
    async (ctx, { need, place: words }, before, language) => {
      const read = words === "" ? null : (await readSearch(ctx, { line: words, language })).criteria;
      const place = read?.place ?? null;
      const needs = isNeedCode(need) ? [need] : [];
      // A wide place is looked through whole; a circle that was chosen wider stays.
      const radiusMiles = Math.max(before.criteria.radiusMiles, place && read ? read.radiusMiles : 0);
      const criteria = { ...before.criteria, needs, said: [], words: [], place, radiusMiles };
      const unknownPlace = words !== "" && !place ? words.slice(0, 60) : null;
      return { criteria, unknownPlace, spoken: null, danger: readDanger(words) };
    },
  ),
  /** One line of plain words, read as intake's line is. */
  words: searching(after.extend({ words: textUpTo(300) }), async (ctx, { words }, _before, language) => {
    const { criteria, notUsed, street } = await readSearch(ctx, { line: words, language });
    const spoken = { notUsed: notUsed.slice(0, 60).map((word) => word.slice(0, 80)), street };
    return { criteria, unknownPlace: null, spoken, danger: readDanger(words) };
  }),
  chip: searching(after.extend({ chip: short }), async (_ctx, { chip }, { criteria, ...before }) => ({
    ...before,
    criteria: removeChip(criteria, chip),
    unknownPlace: null,
  })),
  category: searching(
    after.extend({ category: short }),
    async (ctx, { category }, { criteria, ...before }) => ({
      ...before,
      criteria: { ...criteria, said: [], needs: await needsOfCategory(ctx, category) },
      unknownPlace: null,
    }),
  ),
  filters: searching(filters, async (_ctx, input, { criteria, ...before }) => ({
    ...before,
    criteria: readFilters(input, criteria),
    unknownPlace: null,
  })),
});
