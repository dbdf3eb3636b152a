import {
  decideSafetyHold,
  getPublishedListings,
  holdVictimServices,
  listSafetyHolds,
} from "../../app/domain/directory/index.server";
import { newId } from "../../app/domain/kernel/ids";
import { openDataPortal } from "../routes/open-data-portal";
import type { TestDatabase } from "./database";
import { asSystem, makeListing, makeOrganization, testClock } from "./listing-rows";
import type { mergeDesk } from "./merge-desk";

type Told = { name: string; words: string; street: string; phone: string; source?: string; said?: string };
/** Shown but for what it says of itself; and one of another name that says nothing. */
export const refuge = {
  name: "Invented Rest House",
  words: "Emergency shelter for battered women on Zmwords.",
  street: "7 Zmstreet",
  phone: "(410) 555-0177",
};
export const bland = {
  name: "The Invented House for Rest",
  words: "Zmother words.",
  street: "9 Zmlane",
  phone: "(410) 555-0188",
  source: "state",
};

/** Entries of organizations as sources tell them, and everything of them that anybody outside can have. */
export async function heldEntries(
  db: TestDatabase,
  here: string,
  { as, sql }: Pick<Awaited<ReturnType<typeof mergeDesk>>, "as" | "sql">,
) {
  const portal = await openDataPortal(db.owner);
  async function entry({ name, words, street, phone, source = "city", said = "" }: Told) {
    const id = await makeOrganization(db, here, name);
    const locationId = newId();
    await sql("update organization set source = $2, description = $3 where id = $1", [id, source, said]);
    const serviceId = await makeListing(db, here, {
      service: { name: "Rest", organizationId: id, description: words, source, publishedAt: testClock.now() },
      location: { id: locationId, street, city: "Towson", source },
    });
    await sql("update location set organization_id = $2 where id = $1", [locationId, id]);
    await sql(
      "insert into phone (id, jurisdiction_id, service_id, location_id, number, source) values ($1, $2, $3, $4, $5, $6)",
      [newId(), here, serviceId, locationId, phone, source],
    );
    return { id, serviceId, locationId };
  }
  async function beside(
    organizationId: string,
    source: string,
    words: string,
    street: string,
  ): Promise<string> {
    const id = newId();
    const serviceId = await makeListing(db, here, {
      service: { name: "Rest", organizationId, description: words, source, publishedAt: testClock.now() },
      location: { id, street, city: "Towson", source },
    });
    await sql("update location set organization_id = $2 where id = $1", [id, organizationId]);
    return serviceId;
  }
  const look = () => asSystem(db, here, (ctx) => holdVictimServices(ctx));
  const holds = () => as(here, (ctx) => listSafetyHolds(ctx));
  async function decide(
    organizationId: string,
    decision: "is" | "is_not",
    tells: "phone"[] = [],
  ): Promise<void> {
    const hold = (await holds()).find((one) => one.organizationId === organizationId);
    await as(here, (ctx) => decideSafetyHold(ctx, { id: hold?.id ?? "", decision, tells }));
  }
  /** Everything that anybody outside can have. */
  async function told(): Promise<string> {
    const { body } = await portal.ask("GET", "/hsds/organizations?full=true&full_service=true");
    const ids = (await sql("select id from service")).map(({ id }) => id as string);
    const pages = await asSystem(db, here, (ctx) => getPublishedListings(ctx, { serviceIds: ids }));
    const found = await sql(
      "select card::text from listing_card union all select words::text from listing_words",
    );
    return JSON.stringify([body, pages, found]);
  }
  /** What of it can be had, with what stands around it. */
  async function leaks({ source }: RegExp): Promise<string[]> {
    return (await told()).match(new RegExp(`.{0,80}(?:${source}).{0,20}`, "gi")) ?? [];
  }
  const statusOf = async (id: string) =>
    (
      await sql(
        "select h.status, o.victim_service_provider as sealed from safety_hold h join organization o on o.id = h.organization_id where o.id = $1",
        [id],
      )
    )[0];
  return { entry, beside, look, holds, decide, told, leaks, statusOf };
}
