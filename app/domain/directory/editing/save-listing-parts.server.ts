import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import type { ListingRow } from "../reading/listing-row";
import { openPlaces } from "../places/open-places";
import type { SectionValues } from "./listing-sections";

type Data = Prisma.ServiceUncheckedUpdateManyInput;
const idNow = (ctx: Ctx) => newId(ctx.clock.now());

export async function saveJoining(
  ctx: Ctx,
  row: ListingRow,
  values: SectionValues["how_to_join"],
): Promise<Data> {
  const own = { jurisdictionId: ctx.actor.jurisdictionId, serviceId: row.id };
  const [first] = row.phones;
  const phone = { number: values.phone, extension: values.extension };
  if (first) await ctx.tx.phone.update({ where: { id: first.id }, data: phone });
  else await ctx.tx.phone.create({ data: { id: idNow(ctx), ...own, ...phone } });
  await ctx.tx.requiredDocument.deleteMany({ where: own });
  const documents = (values.documents ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 20);
  await ctx.tx.requiredDocument.createMany({
    data: documents.map((document) => ({ id: idNow(ctx), ...own, document })),
  });
  const { applicationProcess, acceptsSelfReferral, needsSignedRelease, isFree, feesDescription } = values;
  const { noIdAccepted, dvSafeIntake, separateIntakeForFathers, mandatedReporterStatement } = values;
  return {
    applicationProcess,
    acceptsSelfReferral,
    needsSignedRelease,
    isFree,
    feesDescription,
    noIdAccepted,
    dvSafeIntake,
    separateIntakeForFathers,
    mandatedReporterStatement,
  };
}

export async function saveAccess(
  ctx: Ctx,
  row: ListingRow,
  values: SectionValues["languages_access"],
): Promise<Data> {
  const { accessibility, ...data } = values;
  const [first, ...others] = openPlaces(row);
  const locationId = first?.locationId;
  // With several places each has its own answer (saveListingPlace).
  if (locationId && others.length === 0) {
    const own = { jurisdictionId: ctx.actor.jurisdictionId, locationId };
    await ctx.tx.accessibility.deleteMany({ where: own });
    if (accessibility)
      await ctx.tx.accessibility.create({ data: { id: idNow(ctx), ...own, description: accessibility } });
  }
  return data;
}
