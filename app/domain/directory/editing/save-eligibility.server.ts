import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { caregiverRoles } from "../eligibility/caregivers";
import {
  candidacyCodes,
  conditionCodes,
  type EligibilityFacts,
  exclusionCodes,
  fundingCodes,
  pregnancyCodes,
} from "../eligibility/eligibility-rules";
import type { ListingRow } from "../reading/listing-row";
import { sameEntries, withUnshown } from "./keep-unshown";
import { keptText } from "./listing-answers";
import type { SectionValues } from "./listing-sections";

type Data = Prisma.ServiceUncheckedUpdateManyInput;
type Rule = Omit<EligibilityFacts, "note">;
type StoredRule = ListingRow["eligibility"][number];

/** What the form says of each kind, also where it says nothing. */
function rulesOf(values: SectionValues["who"]): Rule[] {
  const list = (kind: string, codes: readonly string[]): Rule => ({
    kind,
    codes,
    minimum: null,
    maximum: null,
  });
  const range = (kind: string, minimum: number | null, maximum: number | null): Rule => ({
    kind,
    codes: [],
    minimum,
    maximum,
  });
  return [
    list("caregiver_role", values.caregiverRoles),
    range("caregiver_age", values.caregiverAgeMin, values.caregiverAgeMax),
    list("pregnancy", values.pregnancy),
    list("condition", values.conditions),
    list("exclusion", values.exclusions),
    range("income", null, values.incomeMaxPercent),
    list("candidacy", values.candidacy),
  ];
}

const shownCodes: Readonly<Record<string, readonly string[]>> = {
  caregiver_role: caregiverRoles,
  pregnancy: pregnancyCodes,
  condition: conditionCodes,
  exclusion: exclusionCodes,
  candidacy: candidacyCodes,
};

/** A kind's rule as it is after the form: codes that have no box, ends that have no field, and the note stay. */
function merged(before: StoredRule | undefined, said: Rule): Rule {
  const { kind } = said;
  const isList = Object.hasOwn(shownCodes, kind);
  const codes = isList
    ? withUnshown(said.codes, before?.codes ?? [], shownCodes[kind] ?? [])
    : (before?.codes ?? []);
  const minimum = isList || kind === "income" ? (before?.minimum ?? null) : said.minimum;
  const maximum = isList ? (before?.maximum ?? null) : said.maximum;
  return { kind, codes, minimum, maximum };
}

async function saveRule(ctx: Ctx, row: ListingRow, said: Rule): Promise<void> {
  // The first of a kind is the one that the form shows; a source may have more.
  const before = row.eligibility.find((rule) => rule.kind === said.kind);
  const { kind, codes, minimum, maximum } = merged(before, said);
  if (before && sameEntries(codes, before.codes) && minimum === before.minimum && maximum === before.maximum)
    return;
  const data = { codes: [...codes], minimum, maximum };
  const says = codes.length > 0 || minimum !== null || maximum !== null;
  if (before && (says || before.note))
    await ctx.tx.eligibilityRule.update({ where: { id: before.id }, data });
  else if (before) await ctx.tx.eligibilityRule.delete({ where: { id: before.id } });
  else if (says)
    await ctx.tx.eligibilityRule.create({
      data: {
        ...data,
        kind,
        id: newId(ctx.clock.now()),
        jurisdictionId: ctx.actor.jurisdictionId,
        serviceId: row.id,
      },
    });
}

/** Whom a listing is for, as rows; what a source said beside what the form shows stays. Answers the columns to set. */
export async function saveEligibility(
  ctx: Ctx,
  row: ListingRow,
  values: SectionValues["who"],
): Promise<Data> {
  for (const rule of rulesOf(values)) await saveRule(ctx, row, rule);
  const { childAgeMinMonths, childAgeMaxMonths, eligibilityDescription } = values;
  const { acceptsScreenedOut, acceptsCourtOrdered } = values;
  return {
    childAgeMinMonths,
    childAgeMaxMonths,
    eligibilityDescription: keptText(eligibilityDescription, row.eligibilityDescription),
    acceptsScreenedOut,
    acceptsCourtOrdered,
  };
}

/** The funding codes of a listing; funding that a source named in its own words stays. */
export async function saveFunding(ctx: Ctx, row: ListingRow, codes: readonly string[]): Promise<void> {
  const had = row.funding.flatMap((one) => one.code ?? []);
  const offered: readonly string[] = fundingCodes;
  const gone = row.funding.filter(
    (one) => one.code !== null && offered.includes(one.code) && !codes.includes(one.code),
  );
  await ctx.tx.funding.deleteMany({ where: { id: { in: gone.map((one) => one.id) }, serviceId: row.id } });
  await ctx.tx.funding.createMany({
    data: codes
      .filter((code) => !had.includes(code))
      .map((code) => ({
        id: newId(ctx.clock.now()),
        jurisdictionId: ctx.actor.jurisdictionId,
        serviceId: row.id,
        code,
        fundingSource: code,
      })),
  });
}
