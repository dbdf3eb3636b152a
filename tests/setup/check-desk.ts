import type { Actor } from "~/domain/kernel/actor";
import { fixedClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import { askAboutListings, mailListingChecks } from "~/domain/directory/index.server";
import { type TestDatabase } from "./database";
import { makeJurisdiction, makeListing, makeOrganization } from "./listing-rows";

/** A Monday, ten in the morning in New York. */
const monday = "2026-11-16T15:00:00Z";
export const at = (days: number) => new Date(new Date(monday).getTime() + days * 86_400_000);
export const userId = newId();

interface Kept {
  id: string;
  service_id: string;
  organization_id: string;
  kind: string;
  turn: number;
  used_at: Date | null;
  outcome: string | null;
}
export const fresh = (days: number) => ({
  assuredAt: at(-days),
  publishedAt: at(-400),
  capacityStatus: "open" as const,
  capacityAvailable: 2,
  capacityAsOf: at(-days),
});
let made = 0;
export const tokenOf = (id: string) => `token-${id}`;

/** One database's counties whose providers are asked, day by day from a Monday. */
export function checkDesk(db: TestDatabase) {
  async function run<T>(here: string, actor: Actor, day: number, act: (ctx: Ctx) => Promise<T>): Promise<T> {
    const clock = fixedClock(at(day).toISOString());
    const organizationId = actor.kind === "staff" ? actor.organizationId : null;
    return db.inTransaction({ jurisdictionId: here, organizationId }, (tx) => act({ actor, tx, clock }));
  }
  const asJob = <T>(here: string, day: number, act: (ctx: Ctx) => Promise<T>) =>
    run(here, { kind: "system", name: "listing-checks", jurisdictionId: here }, day, act);
  const asPublic = <T>(here: string, day: number, act: (ctx: Ctx) => Promise<T>) =>
    run(here, { kind: "public", jurisdictionId: here }, day, act);
  const ask = (here: string, day: number) => asJob(here, day, askAboutListings);

  const checksOf = async (here: string): Promise<Kept[]> =>
    (
      await db.owner.query<Kept>(
        "select * from listing_check where jurisdiction_id = $1 order by sent_at, id",
        [here],
      )
    ).rows;
  const mailsOf = async (here: string) =>
    (
      await db.owner.query<{
        template: string;
        to_user_id: string | null;
        to_organization_id: string | null;
      }>(
        "select template, to_user_id, to_organization_id, created_at from outbox_message where jurisdiction_id = $1 order by created_at, id",
        [here],
      )
    ).rows;

  async function county(): Promise<{ here: string; organization: string }> {
    const here = await makeJurisdiction(db, `checks-${++made}`);
    const organization = await makeOrganization(db, here, "Rosewood Community Partners");
    await db.owner.query("update organization set email = 'office@rosewood.example' where id = $1", [
      organization,
    ]);
    return { here, organization };
  }
  const listing = (here: string, organizationId: string, name: string, more: object) =>
    makeListing(db, here, { service: { organizationId, name, ...more } });
  /** The mail as it is rendered: gives the links their tokens. */
  const mail = (here: string, day: number, ids: string[]) =>
    asJob(here, day, (ctx) => mailListingChecks(ctx, { checkIds: ids, tokenOf }));

  return { run, asJob, asPublic, ask, checksOf, mailsOf, county, listing, mail };
}
