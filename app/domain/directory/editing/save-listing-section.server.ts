import type { z } from "zod";
import type { Prisma } from "~/db/generated/client";
import { recordAudit } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict, Invalid } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { asColumn } from "../../kernel/calendar";
import { needsInForce } from "../code-lists/needs-in-force.server";
import { familyTextSchema } from "../reading/listing-card";
import { changeListing, findListing } from "../reading/find-listing.server";
import type { ListingRow } from "../reading/listing-row";
import { type ListingSection, type SectionValues, sectionProgress, sectionSchemas } from "./listing-sections";
import {
  desiredOutcomes,
  evidenceAreas,
  evidenceRatings,
  protectiveFactors,
} from "../eligibility/eligibility-rules";
import { isNeedCode } from "../needs/needs";
import { answeredByChange } from "./answered-by-change.server";
import { orUnshown, withUnshown } from "./keep-unshown";
import { shownText } from "./listing-answers";
import { openPlaces } from "../places/open-places";
import { saveListingSectionSchema } from "./save-listing-section.schema";
import { saveEligibility, saveFunding } from "./save-eligibility.server";
import { saveCounts } from "../openings/save-counts.server";
import { saveAccess, saveJoining } from "./save-listing-parts.server";
import { saveWhenWhere } from "./save-when-where.server";

type Data = Prisma.ServiceUncheckedUpdateManyInput;

const isWords = (value: unknown): value is Record<string, string> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Family text with some of its words set; an empty word is taken out, and whatever else stands there stays. */
function withText(
  stored: unknown,
  words: Record<"en" | "es", Record<string, string | null | undefined>>,
): Prisma.InputJsonObject {
  const text: Record<string, unknown> = isWords(stored) ? { ...stored } : {};
  for (const language of ["en", "es"] as const) {
    const before = isWords(text[language]) ? text[language] : null;
    const after = Object.fromEntries(
      Object.entries({ ...before, ...words[language] }).filter(([, value]) => value),
    );
    if (before !== null || Object.keys(after).length > 0) text[language] = after;
  }
  return text as Prisma.InputJsonObject;
}

const columnOf = (day: string | null) => day && asColumn(day);

async function saveBasics(ctx: Ctx, row: ListingRow, values: SectionValues["basics"]): Promise<Data> {
  const { offered } = await needsInForce(ctx);
  // A need that is offered no more may stay, and cannot be taken.
  if (values.needCodes.some((code) => !offered.includes(code) && !row.needCodes.includes(code)))
    throw new Invalid({ needCodes: ["required"] });
  await saveFunding(ctx, row, values.fundingCodes);
  // The form shows the words for families, or the description where there are none: the other of the two stays.
  const { en } = familyTextSchema.parse(row.familyText ?? {});
  const newName: { name?: string } = values.name === shownText(row.name) ? {} : { name: values.name };
  const sameSummary = values.summaryEn === shownText(en?.summary ?? row.description);
  const familyText = withText(row.familyText, {
    en: { ...newName, ...(sameSummary ? {} : { summary: values.summaryEn }) },
    es: { name: values.nameEs, summary: values.summaryEs },
  });
  return {
    ...newName,
    ...(sameSummary ? {} : { description: values.summaryEn }),
    needCodes: withUnshown(values.needCodes, row.needCodes, [
      ...offered,
      ...row.needCodes.filter(isNeedCode),
    ]),
    modelName: values.modelName,
    modelManualVersion: values.modelManualVersion,
    evidenceRating: orUnshown(values.evidenceRating, row.evidenceRating, evidenceRatings),
    evidenceArea: orUnshown(values.evidenceArea, row.evidenceArea, evidenceAreas),
    evidenceReviewedOn: columnOf(values.evidenceReviewedOn),
    evidenceUrl: values.evidenceUrl,
    fidelityReviewedOn: columnOf(values.fidelityReviewedOn),
    plannedSessions: values.plannedSessions,
    plannedWeeks: values.plannedWeeks,
    plannedMinutes: values.plannedMinutes,
    protectiveFactors: withUnshown(values.protectiveFactors, row.protectiveFactors, protectiveFactors),
    desiredOutcomes: withUnshown(values.desiredOutcomes, row.desiredOutcomes, desiredOutcomes),
    familyText,
  };
}

async function saveSection(
  ctx: Ctx,
  row: ListingRow,
  section: ListingSection,
  input: Record<string, unknown>,
): Promise<Data> {
  switch (section) {
    case "basics":
      return saveBasics(ctx, row, parseInput(sectionSchemas.basics, input));
    case "who":
      return saveEligibility(ctx, row, parseInput(sectionSchemas.who, input));
    case "when_where": {
      const severalPlaces = openPlaces(row).length > 1;
      return saveWhenWhere(ctx, row, parseInput(sectionSchemas.when_where, { ...input, severalPlaces }));
    }
    case "how_to_join": {
      const values = parseInput(sectionSchemas.how_to_join, input);
      const familyText = withText(row.familyText, {
        en: { expect: values.expectEn, bring: values.bringEn },
        es: { expect: values.expectEs, bring: values.bringEs },
      });
      return { ...(await saveJoining(ctx, row, values)), familyText };
    }
    case "languages_access":
      return saveAccess(ctx, row, parseInput(sectionSchemas.languages_access, input));
    case "openings":
      return saveCounts(ctx, row, parseInput(sectionSchemas.openings, input));
  }
}

/**
 * Saves one section of a listing's task list and marks it done, or "more needed". Answers the new version. Throws
 * Invalid (codes by field: required, too_long, zip, time, ...), NotFound, Conflict("listing_changed").
 */
export async function saveListingSection(
  ctx: Ctx,
  input: z.input<typeof saveListingSectionSchema>,
): Promise<number> {
  const { id, version, section, values, moreNeeded } = parseInput(saveListingSectionSchema, input);
  const row = await findListing(ctx, "write", id);
  if (row.version !== version) throw new Conflict("listing_changed");
  const data = await saveSection(ctx, row, section, values);
  const sections = { ...sectionProgress(row.sections), [section]: moreNeeded ? "more_needed" : "done" };
  const looked = await answeredByChange(ctx, row, section);
  await changeListing(ctx, "write", { before: row, version }, { ...data, ...looked, sections });
  await recordAudit(ctx, {
    event: "listing.section_saved",
    entity: "Service",
    entityId: id,
    fields: [section, ...Object.keys(data).filter((field) => field !== "sections")],
  });
  return version + 1;
}
