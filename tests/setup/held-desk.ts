import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { copyRows } from "../../app/db/copy-rows.server";
import { decideSafetyHold, listSafetyHolds } from "../../app/domain/directory/index.server";
import { importHsds, openSource } from "../../app/interop/hsds/import-hsds.server";
import type { ImportReport } from "../../app/interop/hsds/import-report";
import { openDataPortal } from "../routes/open-data-portal";
import type { TestDatabase } from "./database";
import { asSystem } from "./listing-rows";

export const heldId = (kind: number, n: number) =>
  `0000000${kind}-0000-4000-8000-${String(n).padStart(12, "0")}`;
/** A refuge in a source's words, and its neighbour. */
export const heldFiles = {
  "organizations.csv": `id,name,description\n${heldId(1, 1)},House of Invention,Helps.\n${heldId(1, 2)},Reading Circle,Books.\n`,
  "services.csv": `id,organization_id,name,description,status\n${heldId(2, 1)},${heldId(1, 1)},Rest,Emergency shelter for battered women.,active\n${heldId(2, 2)},${heldId(1, 2)},Books,Books for children.,active\n`,
  "locations.csv": `id,organization_id,location_type,name,latitude,longitude\n${heldId(3, 1)},${heldId(1, 1)},physical,Zmdoor,39.41,-76.61\n${heldId(3, 2)},${heldId(1, 2)},physical,Library,39.3,-76.6\n`,
  "service_at_location.csv": `id,service_id,location_id\n${heldId(4, 1)},${heldId(2, 1)},${heldId(3, 1)}\n${heldId(4, 2)},${heldId(2, 2)},${heldId(3, 2)}\n`,
  "addresses.csv": `id,location_id,address_1,city,state_province,postal_code,country,address_type\n${heldId(5, 1)},${heldId(3, 1)},7 Zmstreet,Towson,MD,21204,US,physical\n${heldId(5, 2)},${heldId(3, 2)},8 Book Street,Towson,MD,21204,US,physical\n`,
  "phones.csv": `id,service_id,location_id,number\n${heldId(6, 1)},${heldId(2, 1)},${heldId(3, 1)},(410) 555-0177\n`,
};

/** The same organization in bland words, and the same library, as another source has them. */
export const heldElsewhere = Object.fromEntries(
  Object.entries(heldFiles).map(([file, text]) => [
    file,
    text
      .replace(/\b([0-9a-f]{7})([1-6])-0000/g, "$1$2-1111")
      .replace("Emergency shelter for battered women.", "Rest for those who need it."),
  ]),
);

/** Imports of packages like these into a jurisdiction, what they are held for, and what of them can be had outside. */
export async function heldDesk(db: TestDatabase, here: string) {
  const portal = await openDataPortal(db.owner);
  async function take(said: Record<string, string> = heldFiles, source = "city"): Promise<ImportReport> {
    const folder = await mkdtemp(path.join(tmpdir(), "held-"));
    for (const [file, text] of Object.entries(said)) await writeFile(path.join(folder, file), text);
    const from = await openSource(folder, { allowPrivate: false }, () => undefined);
    return asSystem(db, here, (ctx) =>
      importHsds(ctx, { from, source, copy: copyRows(ctx.tx), progress: () => undefined }),
    );
  }
  const holds = () => asSystem(db, here, (ctx) => listSafetyHolds(ctx));
  const open = async () => (await portal.ask("GET", "/hsds/organizations?full=true&full_service=true")).body;
  const cards = async () =>
    JSON.stringify((await db.owner.query("select card::text from listing_card")).rows);
  const decide = async (decision: "is" | "is_not", tells: "phone"[] = []) => {
    const [one] = await holds();
    await asSystem(db, here, (ctx) => decideSafetyHold(ctx, { id: one?.id ?? "", decision, tells }));
  };
  const empty = () =>
    db.owner.query(
      "truncate organization, service, location, listing_card, field_change, phone, import_run cascade",
    );
  return { portal, take, holds, open, cards, decide, empty };
}
