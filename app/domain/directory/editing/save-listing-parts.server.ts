import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import type { ListingPlace, ListingRow } from "../reading/listing-row";
import { openPlaces } from "../places/open-places";
import { shownExtension, storedExtension } from "../reading/phone-number";
import { numberToCall } from "../reading/number-to-call";
import { withUnshown } from "./keep-unshown";
import { keptText, shownText } from "./listing-answers";
import { type SectionValues, transportKinds } from "./listing-sections";

type Data = Prisma.ServiceUncheckedUpdateManyInput;
const mostDocuments = 60;
const idNow = (ctx: Ctx) => newId(ctx.clock.now());

/** The number that families are shown; what else hangs on its row stays. */
async function savePhone(ctx: Ctx, row: ListingRow, said: { number: string; extension: string | null }) {
  const first = numberToCall(row.phones);
  const typed = { number: said.number, ...storedExtension(said.extension) };
  if (first && shownText(first.number) === said.number && shownExtension(first) === (said.extension ?? ""))
    return;
  if (first) await ctx.tx.phone.update({ where: { id: first.id }, data: typed });
  else
    await ctx.tx.phone.create({
      data: { id: idNow(ctx), jurisdictionId: ctx.actor.jurisdictionId, serviceId: row.id, ...typed },
    });
}

const linesOf = (text: string | null): string[] =>
  shownText(text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** Papers to bring, one a line: a row whose lines are all still there stays, with its address on the web. */
async function saveDocuments(ctx: Ctx, row: ListingRow, typed: string | null): Promise<void> {
  const own = { jurisdictionId: ctx.actor.jurisdictionId, serviceId: row.id };
  const left = linesOf(typed);
  const gone = row.requiredDocuments.filter((one) => {
    const lines = linesOf(one.document);
    if (!lines.every((line) => left.includes(line))) return true;
    for (const line of lines) left.splice(left.indexOf(line), 1);
    return false;
  });
  await ctx.tx.requiredDocument.deleteMany({ where: { ...own, id: { in: gone.map((one) => one.id) } } });
  await ctx.tx.requiredDocument.createMany({
    data: left.slice(0, mostDocuments).map((document) => ({ id: idNow(ctx), ...own, document })),
  });
}

export async function saveJoining(
  ctx: Ctx,
  row: ListingRow,
  values: SectionValues["how_to_join"],
): Promise<Data> {
  await savePhone(ctx, row, { number: values.phone, extension: values.extension });
  await saveDocuments(ctx, row, values.documents);
  const { acceptsSelfReferral, needsSignedRelease, isFree } = values;
  const { noIdAccepted, dvSafeIntake, separateIntakeForFathers } = values;
  return {
    applicationProcess: keptText(values.applicationProcess, row.applicationProcess),
    acceptsSelfReferral,
    needsSignedRelease,
    isFree,
    feesDescription: keptText(values.feesDescription, row.feesDescription),
    noIdAccepted,
    dvSafeIntake,
    separateIntakeForFathers,
    mandatedReporterStatement: keptText(values.mandatedReporterStatement, row.mandatedReporterStatement),
  };
}

/** What a place says first of getting in; details, addresses on the web and further rows stay. */
export async function saveAccessibility(
  ctx: Ctx,
  locationId: string,
  before: ListingPlace["location"]["accessibility"],
  typed: string | null,
): Promise<void> {
  const [first] = before;
  if (!first && typed === null) return;
  if (!first)
    await ctx.tx.accessibility.create({
      data: { id: idNow(ctx), jurisdictionId: ctx.actor.jurisdictionId, locationId, description: typed },
    });
  else if (typed === null && first.details === null && first.url === null)
    await ctx.tx.accessibility.delete({ where: { id: first.id } });
  else
    await ctx.tx.accessibility.update({
      where: { id: first.id },
      data: { description: keptText(typed, first.description) },
    });
}

export async function saveAccess(
  ctx: Ctx,
  row: ListingRow,
  values: SectionValues["languages_access"],
): Promise<Data> {
  const { accessibility, childcareOnSite } = values;
  const [first, ...others] = openPlaces(row);
  // With several places each has its own answer (saveListingPlace).
  if (first && others.length === 0)
    await saveAccessibility(ctx, first.locationId, first.location.accessibility, accessibility);
  return {
    staffLanguages: values.staffLanguages,
    interpreterLanguages: values.interpreterLanguages,
    childcareOnSite,
    transportOffered: withUnshown(values.transportOffered, row.transportOffered, transportKinds),
  };
}
