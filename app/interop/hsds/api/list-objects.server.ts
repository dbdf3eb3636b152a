import { findOutgoing, rememberNames } from "~/domain/directory/index.server";
import type { OutgoingList } from "~/domain/directory/outgoing/find-outgoing.schema";
import type { Ctx } from "~/domain/kernel/context";
import { Invalid } from "~/domain/kernel/errors";
import { nestObjects, readObjects, type Depth } from "../out/nest-objects.server";
import type { HsdsRow } from "../out/write-hsds-row";
import { HsdsProblem } from "./hsds-problem";
import type { HsdsAsk } from "./read-parameters";

const quiet = () => undefined;

async function hangService(ctx: Ctx, rows: HsdsRow[], depth: Depth): Promise<void> {
  const values = [...new Set(rows.map((row) => String(row["service_id"])))];
  const services = await readObjects(ctx, "service", { column: "id", values }, quiet);
  await nestObjects(ctx, "service", services, {
    depth,
    note: quiet,
    without: ["service.service_at_locations"],
  });
  const byId = new Map(services.map((row) => [row.id, row]));
  for (const row of rows) {
    const service = byId.get(String(row["service_id"]));
    if (service) row["service"] = service;
  }
}

/** An organization's services: by name, or whole. Its own self stands around them and is not repeated in them. */
async function hangServices(ctx: Ctx, rows: HsdsRow[], whole: boolean): Promise<void> {
  const by = { column: "organization_id", values: rows.map((row) => row.id) };
  const services = await readObjects(ctx, "service", by, quiet);
  if (whole)
    await nestObjects(ctx, "service", services, {
      depth: "full",
      note: quiet,
      without: ["service.organization"],
    });
  const groups = new Map<unknown, HsdsRow[]>();
  for (const service of services) {
    const key = service["organization_id"];
    const shown = whole ? service : { id: service.id, name: service["name"], status: service["status"] };
    groups.set(key, [...(groups.get(key) ?? []), shown]);
  }
  for (const row of rows) {
    const group = groups.get(row.id);
    if (group) row["services"] = group;
  }
}

/** These rows of a list as the specification shows them: direct fields and what they name, or everything. */
export async function showObjects(
  ctx: Ctx,
  object: OutgoingList,
  ids: readonly string[],
  ask: Pick<HsdsAsk, "full" | "fullService">,
): Promise<HsdsRow[]> {
  await rememberNames(ctx);
  const rows = await readObjects(ctx, object, { column: "id", values: ids }, quiet);
  const depth: Depth = ask.full || ask.fullService ? "full" : "direct";
  await nestObjects(ctx, object, rows, { depth, note: quiet });
  if (object === "service_at_location") await hangService(ctx, rows, depth);
  if (object === "organization" && depth === "full") await hangServices(ctx, rows, ask.fullService);
  return rows;
}

async function find(
  ctx: Ctx,
  object: OutgoingList,
  ask: HsdsAsk,
  where: { offset?: number; after?: string; limit: number },
) {
  try {
    return await findOutgoing(ctx, { table: object, filter: ask.filter, ...where });
  } catch (error) {
    if (error instanceof Invalid && error.fieldErrors["postcode"])
      throw new HsdsProblem(
        400,
        "Nobody knows where this postcode is: proximity cannot be measured from it.",
        "postcode",
      );
    throw error;
  }
}

type Found = Awaited<ReturnType<typeof find>>["items"];
const minimalOf = (items: Found) =>
  items.map(({ id, modified }) => ({ id, ...(modified ? { modified_date: modified.toISOString() } : {}) }));
const newestOf = (items: Found): Date | null =>
  items.reduce<Date | null>(
    (newest, { modified }) => (modified && (!newest || modified > newest) ? modified : newest),
    null,
  );

/** One page of a list in the specification's envelope, and when the newest of it changed. */
export async function listObjects(ctx: Ctx, object: OutgoingList, ask: HsdsAsk) {
  const { page, perPage } = ask;
  const { total: all, items } = await find(ctx, object, ask, {
    offset: (page - 1) * perPage,
    limit: perPage,
  });
  const total = all ?? 0;
  const ids = items.map(({ id }) => id);
  const contents =
    ask.minimal && object === "service" ? minimalOf(items) : await showObjects(ctx, object, ids, ask);
  const pages = Math.ceil(total / perPage);
  const body = {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
  return { body, modified: newestOf(items) };
}

/** Read in a transaction of its own, which must end in time on a busy machine too: in full some have a thousand phones. */
const linesAtOnce = { full: 10, direct: 40 };

/** The next lines of a list without pages, after an id; `last` is null when there are no more. */
export async function nextLines(ctx: Ctx, object: OutgoingList, ask: HsdsAsk, after: string | null) {
  const first = after ?? "00000000-0000-0000-0000-000000000000";
  const limit = ask.full || ask.fullService ? linesAtOnce.full : linesAtOnce.direct;
  const { items } = await find(ctx, object, ask, { after: first, limit });
  const ids = items.map(({ id }) => id);
  const rows =
    ask.minimal && object === "service" ? minimalOf(items) : await showObjects(ctx, object, ids, ask);
  return {
    lines: rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
    last: items.length < limit ? null : (ids.at(-1) ?? null),
  };
}
