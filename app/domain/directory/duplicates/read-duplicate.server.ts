import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { listingHolds } from "../safety/listing-hold.server";
import { countOpenReferrals } from "../../organizations/index.server";
import { type DuplicateEntity, type DuplicateEvidence, evidenceSchema } from "./duplicate-evidence";
import { choosableFields } from "./merge-record";
import { pairKeySchema } from "./merge.schema";

/** One of the two, as a person compares them. */
export type ComparedSide = {
  id: string;
  version: number;
  source: string;
  assuredAt: Date | null;
  state: string;
  openReferrals: number | null;
  people: number;
  listings: number;
  phones: string[];
  /** Town and street of places that are shown; a hidden one counts and says nothing. */
  places: string[];
  /** Whether it is a victim service's, may be one's, or is confidential. */
  held: "is" | "open" | "confidential" | null;
  /** Values by field of merge-record.ts. */
  values: Record<string, unknown>;
};
export type ComparedPair = {
  id: string;
  entity: DuplicateEntity;
  status: string;
  evidence: DuplicateEvidence;
  fields: string[];
  /** Listings of two organizations of which one is held: the organizations are joined first. */
  apart: boolean;
  first: ComparedSide;
  second: ComparedSide;
};

const valuesOf = (entity: DuplicateEntity, row: object) =>
  Object.fromEntries(
    Object.keys(choosableFields[entity]).map((field) => [
      field,
      (row as Record<string, unknown>)[field] ?? null,
    ]),
  );

type Side = ComparedSide & { organizationId: string };

async function readService(ctx: Ctx, id: string): Promise<Side> {
  const row = await ctx.tx.service.findFirst({
    where: { AND: [whereFor(ctx, "list", "Service"), { id }] },
    include: {
      organization: { select: { victimServiceProvider: true, part2Program: true } },
      phones: { orderBy: { id: "asc" } },
      serviceAtLocations: { include: { location: { include: { addresses: true } } } },
    },
  });
  if (!row) throw new NotFound();
  const [own] = await listingHolds(ctx, [id]);
  const places = row.serviceAtLocations.flatMap(({ location }) =>
    location.visibility === "full" && !row.confidential
      ? location.addresses.map((one) => [one.address1, one.city, one.postalCode].filter(Boolean).join(", "))
      : ["-"],
  );
  return {
    id,
    version: row.version,
    source: row.source,
    assuredAt: row.assuredAt,
    state: row.listingState,
    openReferrals: await countOpenReferrals(ctx, row.organization, { serviceId: id }),
    people: 0,
    listings: 0,
    phones: row.phones.map(({ number }) => number),
    places: [...new Set(places)],
    held: own?.hold ?? (row.confidential ? "confidential" : null),
    organizationId: row.organizationId,
    values: valuesOf("service", row),
  };
}

async function heldAs(
  ctx: Ctx,
  { id, victimServiceProvider }: { id: string; victimServiceProvider: boolean },
): Promise<ComparedSide["held"]> {
  const where = { jurisdictionId: ctx.actor.jurisdictionId, organizationId: id };
  const hold = await ctx.tx.safetyHold.findFirst({ where });
  if (victimServiceProvider || hold?.status === "is") return "is";
  return hold?.status === "open" ? "open" : null;
}

async function readOrganizationSide(ctx: Ctx, id: string): Promise<Side> {
  const row = await ctx.tx.organization.findFirst({
    where: { AND: [whereFor(ctx, "list", "Organization"), { id }] },
    include: { phones: { orderBy: { id: "asc" } } },
  });
  if (!row) throw new NotFound();
  const own = { jurisdictionId: row.jurisdictionId, organizationId: id };
  return {
    id,
    version: row.version,
    source: row.source,
    assuredAt: null,
    state: row.status,
    openReferrals: await countOpenReferrals(ctx, row, { receivingOrganizationId: id }),
    people: await ctx.tx.membership.count({ where: { ...own, endedAt: null } }),
    listings: await ctx.tx.service.count({ where: { ...own, mergedIntoId: null } }),
    phones: row.phones.map(({ number }) => number),
    places: [],
    held: await heldAs(ctx, row),
    organizationId: id,
    values: valuesOf("organization", row),
  };
}

/** Two rows side by side, field by field, with every rule that was tried. Throws NotFound. */
export async function readDuplicate(ctx: Ctx, input: z.input<typeof pairKeySchema>): Promise<ComparedPair> {
  const reach = whereFor(ctx, "read", "DuplicatePair");
  const { pairId } = parseInput(pairKeySchema, input);
  const pair = isId(pairId)
    ? await ctx.tx.duplicatePair.findFirst({ where: { AND: [reach, { id: pairId }] } })
    : null;
  if (!pair) throw new NotFound();
  const entity = pair.entity === "organization" ? "organization" : "service";
  const read = entity === "organization" ? readOrganizationSide : readService;
  const { organizationId: firstOwner, ...first } = await read(ctx, pair.firstId);
  const { organizationId: secondOwner, ...second } = await read(ctx, pair.secondId);
  const held = first.held !== null || second.held !== null;
  return {
    id: pair.id,
    entity,
    status: pair.status,
    evidence: evidenceSchema.parse(pair.evidence),
    fields: Object.keys(choosableFields[entity]),
    apart: entity === "service" && held && firstOwner !== secondOwner,
    first,
    second,
  };
}
