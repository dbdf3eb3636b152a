import { Prisma } from "~/db/generated/client";
import { hideLocations } from "../safety/hide-locations.server";
import { hideSamePlaces } from "../safety/hide-same-places.server";
import { holdPlaces } from "../safety/hold-places.server";
import type { OpenImport } from "./open-import.server";

/** New places of an organization that was decided to be one, and all of whose other places are hidden. */
async function hideNewPlaces({ ctx, jurisdiction: j, sql }: OpenImport): Promise<string[]> {
  const places = await sql<{ id: string; tells: string[] }>(`
    with fresh as materialized (select id from f_location where not known)
    select l.id, h.tells from location l join fresh using (id) join safety_hold h on h.organization_id = l.organization_id and h.status = 'is'
    where l.jurisdiction_id = ${j} and l.visibility <> 'hidden'
      and exists (select from location o where o.organization_id = l.organization_id and o.visibility = 'hidden')
      and not exists (select from location o where o.organization_id = l.organization_id and o.visibility <> 'hidden'
        and o.id not in (select id from fresh))`);
  for (const { id, tells } of places) await hideLocations(ctx, [id], tells);
  return places.map(({ id }) => id);
}

/**
 * Victim services among what was imported are held before anything is published: their rows for search are written with all
 * the others', by one statement over whole tables.
 */
export async function holdImported(work: OpenImport): Promise<void> {
  const { jurisdiction: j } = work;
  const { organizations, held, changed } = await holdPlaces(work.ctx, Prisma.sql`select id from f_service`);
  if (organizations > 0)
    work.progress(`${organizations} organizations may be victim services: held for a decision`);
  changed.push(...(await hideSamePlaces(work.ctx, null)), ...(await hideNewPlaces(work)));
  if (changed.length + held.length === 0) return;
  await work.sql(`create temp table held_organization on commit drop as
    select distinct s.organization_id as id from service s join service_at_location p on p.service_id = s.id
    where s.jurisdiction_id = ${j} and p.location_id = any('{${changed.join(",")}}'::uuid[])
    union select unnest('{${held.join(",")}}'::uuid[])`);
  await work.sql(`update organization o set last_modified = ${work.now} from held_organization h
    where o.id = h.id and o.jurisdiction_id = ${j} and o.last_modified < ${work.now}`);
  await work.sql(`insert into touched select s.id, true from service s join held_organization h on h.id = s.organization_id
    where s.jurisdiction_id = ${j}`);
}
