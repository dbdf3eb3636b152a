import { chosenTable, openChosen } from "../search/choose-listings.server";
import { mirrorChosenRows } from "../search-index/mirror-listing-rows.server";
import { countTerms } from "../search-index/count-terms.server";
import { writeChosenRows } from "../search-index/write-search-rows.server";
import type { OpenImport } from "./open-import.server";

const step = 20_000;

/** last_modified moves with every child; search rows of all that shows something new. */
export async function finishListings(work: OpenImport): Promise<void> {
  await work.sql("analyze touched");
  await work.sql(`update service s set last_modified = ${work.now}, version = s.version + 1
    from (select distinct id from touched where modified) t
    where s.id = t.id and s.jurisdiction_id = ${work.jurisdiction} and s.last_modified < ${work.now}
      and not exists (select from f_service r where r.id = s.id and not r.known)`);
  await work.sql(`delete from address where jurisdiction_id = ${work.jurisdiction}
    and location_id in (select id from location where jurisdiction_id = ${work.jurisdiction} and visibility = 'hidden')`);
  await work.sql(`create temp table shown_listing on commit drop as
    select id, (row_number() over (order by id) - 1) / ${step} as part from (
      select id from f_service where not known and not merged union select id from touched) x`);
  await work.sql("analyze shown_listing");
  const [found] = await work.sql<{ count: number }>("select count(*)::int as count from shown_listing");
  const count = found?.count ?? 0;
  await openChosen(work.ctx);
  for (let part = 0; part * step < count; part += 1) {
    work.tell("search", part * step, count);
    work.progress(`writing what search reads: ${part * step} of ${count} services`);
    await work.sql("truncate chosen_listing");
    await work.sql(
      `insert into chosen_listing select id from shown_listing where part = ${part} order by id`,
    );
    await work.sql("analyze chosen_listing");
    await mirrorChosenRows(work.ctx, chosenTable);
    await writeChosenRows(work.ctx, chosenTable);
  }
  if (count > 0) await countTerms(work.ctx);
}
