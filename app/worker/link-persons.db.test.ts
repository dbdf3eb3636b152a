import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { makePlace } from "../../tests/setup/auth-people";
import { testDatabase } from "../../tests/setup/database";
import { arrangeFamilies, type Truth } from "../../tests/setup/linked-county";
import { systemClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { undoLink } from "~/domain/linkage/index.server";
import { linkJurisdiction } from "./link-persons.server";

const db = await testDatabase();
const { jurisdictionId } = await makePlace(db, "harbor");
const root = path.resolve("data", "linkage");
let truth: Truth;

const system = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> =>
  db.inTransaction({ jurisdictionId, actorId: "test" }, (tx) =>
    run({ actor: { kind: "system", name: "test", jurisdictionId }, tx, clock: systemClock }),
  );
const query = async <T extends object>(sql: string, values: unknown[] = []) =>
  (await db.owner.query<T>(sql, values)).rows;
type Link = { personId: string; agencyChildId: string; rule: string };
const links = () =>
  query<Link>(
    `select person_id::text as "personId", agency_child_id::text as "agencyChildId", rule from person_link order by 1`,
  );
const everything = () =>
  Promise.all(
    ["link_run", "link_model", "link_candidate", "link_event", "person_link", "audit_entry"].map((table) =>
      query(`select t::text from ${table} t order by 1`),
    ),
  );

beforeAll(async () => {
  truth = await arrangeFamilies(db, jurisdictionId, { records: 1500 });
});

describe("linking a jurisdiction", () => {
  it("trains a model once, links what is sure, leaves the rest to people, and leaves no file behind", async () => {
    const done = await linkJurisdiction({ jurisdictionId });
    expect(done).toMatchObject({ withdrawn: 0 });
    const found = await links();
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(["exact_name_birth_date.1", "scored.1"]));
    const wrong = found.filter((link) => !truth.isSame(link.personId, link.agencyChildId));
    expect(wrong.length).toBe(0);
    expect(found.length / truth.shared).toBeGreaterThan(0.75);
    const [model] = await query<{ version: number; method: string; trained_on: { expectedLinks: number } }>(
      "select version, method, trained_on from link_model",
    );
    expect(model).toMatchObject({ version: 1, method: "upstream-linkage 2" });
    expect(Math.abs((model?.trained_on.expectedLinks ?? 0) / truth.shared - 1)).toBeLessThan(0.1);
    const open = await query<{ person_id: string; agency_child_id: string; evidence: { lines: unknown[] } }>(
      "select person_id::text, agency_child_id::text, evidence from link_candidate where state = 'open'",
    );
    expect(open.length).toBeGreaterThan(10);
    expect(open.every(({ evidence }) => evidence.lines.length > 2)).toBe(true);
    const withOpen = new Set(
      open.filter((o) => truth.isSame(o.person_id, o.agency_child_id)).map((o) => o.person_id),
    );
    expect((found.length + withOpen.size) / truth.shared).toBeGreaterThan(0.95);
    const left = existsSync(root) ? await readdir(root) : [];
    expect(left.filter((name) => name.startsWith(jurisdictionId))).toEqual([]);
  });

  it("says and writes nothing the second time, and the same links with the stored model when it must look again", async () => {
    const before = await everything();
    expect(await linkJurisdiction({ jurisdictionId })).toBe("unchanged");
    expect(await everything()).toEqual(before);
    await query("update household set best_times = 'mornings'");
    expect(await linkJurisdiction({ jurisdictionId })).toBe("unchanged");
    const held = await links();
    await query(
      "update person set first_name = first_name || 'x' where id = (select max(id::text)::uuid from person)",
    );
    expect(await linkJurisdiction({ jurisdictionId })).toMatchObject({ added: 0 });
    expect((await query("select 1 from link_model")).length).toBe(1);
    expect((await links()).length).toBeGreaterThanOrEqual(held.length - 1);
  });

  it("keeps apart what was taken apart, until a record changes: then a person looks", async () => {
    const [link] = (await links()).filter(({ rule }) => rule === "scored.1");
    const { personId = "", agencyChildId = "" } = link ?? {};
    await system((ctx) => undoLink(ctx, { personId, reason: "other_child" }));
    await linkJurisdiction({ jurisdictionId });
    expect((await links()).find((one) => one.personId === personId)).toBeUndefined();
    const pair = () =>
      query("select state, why_open from link_candidate where person_id = $1 and agency_child_id = $2", [
        personId,
        agencyChildId,
      ]);
    expect(await pair()).toEqual([]);
    await query("update agency_child set middle_name = 'Changed' where id = $1", [agencyChildId]);
    await linkJurisdiction({ jurisdictionId });
    expect(await pair()).toEqual([{ state: "open", why_open: "changed" }]);
    expect((await links()).find((one) => one.personId === personId)).toBeUndefined();
  });

  it("trains again when asked, as a version of its own", async () => {
    await linkJurisdiction({ jurisdictionId, train: true });
    expect(await query("select version from link_model order by 1")).toEqual([
      { version: 1 },
      { version: 2 },
    ]);
  });
});
