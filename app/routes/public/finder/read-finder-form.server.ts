import { openCode, sealCode } from "~/auth/seal-code.server";
import { readSearch } from "~/domain/directory/index.server";
import { isNeedCode } from "~/domain/directory/needs";
import { type SearchCriteria, emptyCriteria, searchCriteriaSchema } from "~/domain/directory/search-criteria";
import type { Ctx } from "~/domain/kernel/context";

const purpose = "public-search";
export interface SealedSearch {
  criteria: SearchCriteria;
  /** What was typed as a place and is none we know. */
  unknownPlace: string | null;
}

export function sealSearch(search: SealedSearch): string {
  return sealCode(purpose, search);
}

/** The search behind `?k=`, or null when there is none or it cannot be read. */
export function openSearch(code: string | null): SealedSearch | null {
  const opened = openCode(purpose, code) as { criteria?: unknown; unknownPlace?: unknown } | null;
  const criteria = searchCriteriaSchema.safeParse(opened?.criteria);
  if (!criteria.success) return null;
  return {
    criteria: criteria.data,
    unknownPlace: typeof opened?.unknownPlace === "string" ? opened.unknownPlace : null,
  };
}

const typed = (form: FormData, name: string) =>
  String(form.get(name) ?? "")
    .replaceAll("\0", "")
    .trim()
    .slice(0, 200);

/** A posted search: need and place from the boxes, filters from their form; what it does not say stays as it was. */
export async function readFinderForm(ctx: Ctx, form: FormData): Promise<SealedSearch> {
  const before = openSearch(typed(form, "k") || null)?.criteria ?? emptyCriteria;
  const filters = form.get("form") === "filters" ? readFilters(form, before) : before;
  if (form.get("form") === "filters") return { criteria: filters, unknownPlace: null };
  const words = typed(form, "place");
  const place = words === "" ? null : (await readSearch(ctx, { line: words })).criteria.place;
  const need = typed(form, "need");
  const criteria = { ...filters, needs: isNeedCode(need) ? [need] : [], words: [], place };
  return { criteria, unknownPlace: words !== "" && !place ? words.slice(0, 60) : null };
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
