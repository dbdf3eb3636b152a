import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { readOutgoingRows } from "../outgoing/read-outgoing-rows.server";
import { type PublishedListing, getPublishedListings } from "./get-published-listings.server";

/** A program of an organization (HSDS program), or the one that a listing is part of. */
const schema = z.union([z.object({ id: z.uuid() }), z.object({ serviceId: z.uuid() })]);
const listingsAtMost = 40;

export interface OrganizationProgram {
  id: string;
  name: string;
  description: string;
  listings: PublishedListing[];
}

/** The program that a listing says it is part of, as far as that leaves. */
async function programOf(ctx: Ctx, serviceId: string): Promise<string | null> {
  const ask = { table: "service", columns: ["id", "program_id"] };
  const [row] = await readOutgoingRows(ctx, { ...ask, by: { column: "id", values: [serviceId] } });
  return typeof row?.["program_id"] === "string" ? row["program_id"] : null;
}

/** Its listings that are published; one that does not say outward whose part it is stays away. */
async function listingsOf(ctx: Ctx, id: string): Promise<PublishedListing[]> {
  const ask = { table: "service", columns: ["id", "program_id"], limit: listingsAtMost };
  const rows = await readOutgoingRows(ctx, { ...ask, by: { column: "program_id", values: [id] } });
  const serviceIds = rows.filter((row) => row["program_id"] === id).map((row) => row.id);
  return serviceIds.length === 0 ? [] : getPublishedListings(ctx, { serviceIds });
}

/**
 * A program that an organization gives under one name, with its published listings; null where there is none, or nothing of it may
 * be told. Nothing of where a hidden place is. Throws Invalid.
 */
export async function readProgram(
  ctx: Ctx,
  input: z.input<typeof schema>,
): Promise<OrganizationProgram | null> {
  whereFor(ctx, "search", "Service");
  const asked = parseInput(schema, input);
  const id = "id" in asked ? asked.id : await programOf(ctx, asked.serviceId);
  if (id === null) return null;
  const ask = { table: "program", columns: ["id", "name", "description"] };
  const [row] = await readOutgoingRows(ctx, { ...ask, by: { column: "id", values: [id] } });
  const name = row?.["name"];
  if (typeof name !== "string" || name === "") return null;
  const listings = await listingsOf(ctx, id);
  return listings.length === 0
    ? null
    : { id, name, description: String(row?.["description"] ?? ""), listings };
}
