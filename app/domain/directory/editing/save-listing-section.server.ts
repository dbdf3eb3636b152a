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
import { answeredByChange } from "./answered-by-change.server";
import { openPlaces } from "../places/open-places";
import { saveListingSectionSchema } from "./save-listing-section.schema";
import { saveEligibility, saveFunding } from "./save-eligibility.server";
import { saveCounts } from "../openings/save-counts.server";
import { saveAccess, saveJoining } from "./save-listing-parts.server";
import { saveWhenWhere } from "./save-when-where.server";

type Data = Prisma.ServiceUncheckedUpdateManyInput;

/** Family text of one language with some of its words set; an empty word is taken out. */
function withText(
  stored: unknown,
  words: Record<"en" | "es", Record<string, string | null>>,
): Prisma.InputJsonObject {
  const text = familyTextSchema.parse(stored ?? {});
  const merge = (language: "en" | "es") =>
    Object.fromEntries(
      Object.entries({ ...text[language], ...words[language] }).filter(([, value]) => value),
    );
  return { ...text, en: merge("en"), es: merge("es") } as Prisma.InputJsonObject;
}

const columnOf = (day: string | null) => day && asColumn(day);

async function saveBasics(ctx: Ctx, row: ListingRow, values: SectionValues["basics"]): Promise<Data> {
  const { offered } = await needsInForce(ctx);
  // A need that is offered no more may stay, and cannot be taken.
  if (values.needCodes.some((code) => !offered.includes(code) && !row.needCodes.includes(code)))
    throw new Invalid({ needCodes: ["required"] });
  await saveFunding(ctx, row, values.fundingCodes);
  const familyText = withText(row.familyText, {
    en: { name: values.name, summary: values.summaryEn },
    es: { name: values.nameEs, summary: values.summaryEs },
  });
  return {
    name: values.name,
    description: values.summaryEn,
    needCodes: values.needCodes,
    modelName: values.modelName,
    modelManualVersion: values.modelManualVersion,
    evidenceRating: values.evidenceRating,
    evidenceArea: values.evidenceArea,
    evidenceReviewedOn: columnOf(values.evidenceReviewedOn),
    evidenceUrl: values.evidenceUrl,
    fidelityReviewedOn: columnOf(values.fidelityReviewedOn),
    plannedSessions: values.plannedSessions,
    plannedWeeks: values.plannedWeeks,
    plannedMinutes: values.plannedMinutes,
    protectiveFactors: values.protectiveFactors,
    desiredOutcomes: values.desiredOutcomes,
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
