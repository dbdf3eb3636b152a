import { openCode, sealCode } from "~/auth/seal-code.server";
import { z } from "zod";
import { needsOfCategory, readSearch } from "~/domain/directory/index.server";
import { isNeedCode } from "~/domain/directory/needs/needs";
import {
  type SearchCriteria,
  emptyCriteria,
  removeChip,
  searchCriteriaSchema,
} from "~/domain/directory/search/search-criteria";
import type { Ctx } from "~/domain/kernel/context";
import { isId } from "~/domain/kernel/ids";

const purpose = "public-search";
export interface SealedSearch {
  criteria: SearchCriteria;
  /** What was typed as a place and is none we know. */
  unknownPlace: string | null;
  /** Of a search in one's own words: what was not used, and a street that stands for its town. Null: from the boxes. */
  spoken: { notUsed: string[]; street: string | null } | null;
  /** Of a new wish: what counts it once when nothing is open. */
  wish: string | null;
}

type ReadSearch = Omit<SealedSearch, "wish">;

export function sealSearch(search: SealedSearch): string {
  return sealCode(purpose, search);
}

/** The search behind `?k=`, or null when there is none or it cannot be read. */
export function openSearch(code: string | null): SealedSearch | null {
  const opened = openCode(purpose, code) as {
    criteria?: unknown;
    unknownPlace?: unknown;
    spoken?: unknown;
    wish?: unknown;
  } | null;
  const criteria = searchCriteriaSchema.safeParse(opened?.criteria);
  if (!criteria.success) return null;
  const spoken = spokenSchema.safeParse(opened?.spoken);
  return {
    criteria: criteria.data,
    unknownPlace: typeof opened?.unknownPlace === "string" ? opened.unknownPlace : null,
    spoken: spoken.success ? spoken.data : null,
    wish: typeof opened?.wish === "string" && isId(opened.wish) ? opened.wish : null,
  };
}

const typed = (form: FormData, name: string) =>
  String(form.get(name) ?? "")
    .replaceAll("\0", "")
    .trim()
    .slice(0, 200);

const spokenSchema = z.object({
  notUsed: z.array(z.string().max(200)).max(60),
  street: z.string().max(200).nullable(),
});

/** One line of plain words, read as intake's line is. */
async function readWords(ctx: Ctx, form: FormData): Promise<ReadSearch> {
  const line = String(form.get("words") ?? "")
    .replaceAll("\0", "")
    .slice(0, 300);
  const { criteria, notUsed, street } = await readSearch(ctx, { line });
  return {
    criteria,
    unknownPlace: null,
    spoken: { notUsed: notUsed.slice(0, 60).map((word) => word.slice(0, 80)), street },
  };
}

/** A posted search: need and place from the boxes, filters from their form; what it does not say stays as it was. */
export async function readFinderForm(ctx: Ctx, form: FormData): Promise<ReadSearch> {
  // A sealed search is longer than anything a person types, and whole or nothing.
  const known = openSearch(String(form.get("k") ?? "") || null);
  const before = known?.criteria ?? emptyCriteria;
  const kept = { unknownPlace: null, spoken: known?.spoken ?? null };
  switch (form.get("form")) {
    case "words":
      return readWords(ctx, form);
    case "chip":
      return { ...kept, criteria: removeChip(before, typed(form, "chip")) };
    case "category":
      return { ...kept, criteria: { ...before, needs: await needsOfCategory(ctx, typed(form, "category")) } };
    case "filters":
      return { ...kept, criteria: readFilters(form, before) };
  }
  const words = typed(form, "place");
  const place = words === "" ? null : (await readSearch(ctx, { line: words })).criteria.place;
  const need = typed(form, "need");
  const criteria = { ...before, needs: isNeedCode(need) ? [need] : [], words: [], place };
  return { criteria, unknownPlace: words !== "" && !place ? words.slice(0, 60) : null, spoken: null };
}

function readFilters(form: FormData, before: SearchCriteria): SearchCriteria {
  const age = typed(form, "age");
  const asked = searchCriteriaSchema.safeParse({
    ...before,
    languages: typed(form, "language") ? [typed(form, "language")] : [],
    times: form.getAll("times").map(String),
    childAgesMonths: age === "" ? [] : [Number(age)],
    cost: form.get("cost") === "free" ? "free" : null,
    radiusMiles: Number(typed(form, "miles")) || before.radiusMiles,
  });
  return asked.success ? asked.data : before;
}
