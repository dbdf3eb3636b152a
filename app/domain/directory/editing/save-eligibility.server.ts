import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { type EligibilityFacts, ruleKinds } from "../eligibility/eligibility-rules";
import type { ListingRow } from "../reading/listing-row";
import type { SectionValues } from "./listing-sections";

type Data = Prisma.ServiceUncheckedUpdateManyInput;
type Rule = Omit<EligibilityFacts, "note">;

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
  ].filter((rule) => rule.codes.length > 0 || rule.minimum !== null || rule.maximum !== null);
}

/** Whom a listing is for, as rows; a note that a source gave with a rule stays with it. Answers the columns to set. */
export async function saveEligibility(
  ctx: Ctx,
  row: ListingRow,
  values: SectionValues["who"],
): Promise<Data> {
  const noteOf = (kind: string) => row.eligibility.find((rule) => rule.kind === kind)?.note ?? null;
  const stays = row.eligibility.filter((rule) => !ruleKinds.some((kind) => kind === rule.kind));
  await ctx.tx.eligibilityRule.deleteMany({
    where: { serviceId: row.id, id: { notIn: stays.map((rule) => rule.id) } },
  });
  await ctx.tx.eligibilityRule.createMany({
    data: rulesOf(values).map((rule) => ({
      ...rule,
      codes: [...rule.codes],
      note: noteOf(rule.kind),
      id: newId(ctx.clock.now()),
      jurisdictionId: ctx.actor.jurisdictionId,
      serviceId: row.id,
    })),
  });
  const { childAgeMinMonths, childAgeMaxMonths, eligibilityDescription } = values;
  const { acceptsScreenedOut, acceptsCourtOrdered } = values;
  return {
    childAgeMinMonths,
    childAgeMaxMonths,
    eligibilityDescription,
    acceptsScreenedOut,
    acceptsCourtOrdered,
  };
}

/** The funding codes of a listing; funding that a source named in its own words stays. */
export async function saveFunding(ctx: Ctx, row: ListingRow, codes: readonly string[]): Promise<void> {
  const had = row.funding.flatMap((one) => one.code ?? []);
  const gone = row.funding.filter((one) => one.code !== null && !codes.includes(one.code));
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
