import { Prisma } from "~/db/generated/client";
import { hideSamePlaces } from "../safety/hide-same-places.server";
import { holdPlaces } from "../safety/hold-places.server";
import type { OpenImport } from "./open-import.server";

/** New places of an organization that was decided to be one came hidden: they show what its decision ticked. */
const tellAsDecided = ({ jurisdiction: j, sql }: OpenImport) =>
  sql(`update location l set tells_while_hidden = h.tells from safety_hold h
    where l.jurisdiction_id = ${j} and h.organization_id = l.organization_id and h.status = 'is' and l.visibility = 'hidden'
      and l.id in (select id from f_location where not known)`);

/**
 * Victim services among what was imported are held before anything is published: their rows for search are written with all
 * the others', by one statement over whole tables.
 */
export async function holdImported(work: OpenImport): Promise<void> {
  const { jurisdiction: j } = work;
  const { organizations, held, changed } = await holdPlaces(work.ctx, Prisma.sql`select id from f_service`);
  if (organizations > 0)
    work.progress(`${organizations} organizations may be victim services: held for a decision`);
  changed.push(...(await hideSamePlaces(work.ctx, null)));
  await tellAsDecided(work);
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
