import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { makePlace } from "../../tests/setup/auth-people";
import { testDatabase } from "../../tests/setup/database";
import { arrangeFamilies } from "../../tests/setup/linked-county";
import { linkJurisdiction } from "./link-persons.server";

const db = await testDatabase();
const place = await makePlace(db, "harbor");
const { jurisdictionId } = place;
const root = path.resolve("data", "linkage");

const query = async <T extends object>(sql: string, values: unknown[] = []) =>
  (await db.owner.query<T>(sql, values)).rows;

/** Every file of this jurisdiction's runs and of the linker's own process, as it is at this moment. */
function filesNow(): string[] {
  const under = (folder: string): string[] => {
    try {
      return readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name));
    } catch {
      return [];
    }
  };
  return under(root).filter((file) => file.includes(jurisdictionId));
}

/** Looks into every file until `done`, and keeps all that was ever read, with who could read it. */
async function watchFiles(done: Promise<unknown>) {
  const seen = new Map<string, string>();
  const modes = new Set<string>();
  let isOver = false;
  void done.finally(() => (isOver = true)).catch(() => undefined);
  while (!isOver) {
    for (const file of filesNow()) {
      try {
        const text = readFileSync(file, "latin1");
        const name = path.relative(root, file).split(path.sep).slice(1).join("/");
        seen.set(name, (seen.get(name) ?? "") + text);
        modes.add(`${(statSync(file).mode & 0o077).toString(8)} ${name}`);
      } catch {
        // Gone between being listed and being read.
      }
    }
    await sleep(15);
  }
  return { seen, modes };
}

const hidden = ["Sealedvictim", "Sealedpart2", "Refusedname", "Supersededname"];

async function insertChild(
  lastName: string,
  more: { household?: string; namedBy?: string } = {},
): Promise<string> {
  const [row] = await query<{ id: string }>(
    `insert into person (id, jurisdiction_id, household_id, kind, first_name, last_name, birth_date, named_by_organization_id, created_at)
     select gen_random_uuid(), $1, coalesce($3::uuid, (select min(id::text)::uuid from household where jurisdiction_id = $1)), 'child',
       'Wren', $2, '2019-03-04', $4::uuid, now() returning id`,
    [jurisdictionId, lastName, more.household ?? null, more.namedBy ?? null],
  );
  await query(
    `insert into agency_child (id, jurisdiction_id, child_id, race_codes, row_hash, first_name, last_name, dob)
     values (gen_random_uuid(), $1, $2, '{}', 'x', 'Wren', $3, '2019-03-04')`,
    [jurisdictionId, `k-${lastName}`, `Agency${lastName.slice(0, 3)}`],
  );
  return row?.id ?? "";
}

beforeAll(async () => {
  await arrangeFamilies(db, jurisdictionId, { records: 700 });
  await insertChild("Sealedpart2", { namedBy: place.otherOrganizationId });
  await query("update organization set part2_program = true where id = $1", [place.otherOrganizationId]);
  await insertChild("Sealedvictim", { namedBy: place.organizationId });
  await query("update organization set victim_service_provider = true where id = $1", [place.organizationId]);
  const [no] = await query<{ id: string }>(
    "insert into household (id, jurisdiction_id, caregiver_name, phone, created_at, record_linkage_refused_at) values (gen_random_uuid(), $1, 'No', '4105550199', now(), now()) returning id",
    [jurisdictionId],
  );
  await insertChild("Refusedname", { household: no?.id ?? "" });
  const right = await insertChild("Rightname");
  const wrong = await insertChild("Supersededname");
  await query("update person set superseded_by_id = $2 where id = $1", [wrong, right]);
});

describe("the files of a run", () => {
  it("hold nobody who is sealed, said no, or is told right by another row, and are private while they last", async () => {
    const running = linkJurisdiction({ jurisdictionId });
    const { seen, modes } = await watchFiles(running);
    await running;
    for (const name of [
      "persons.csv",
      "children.csv",
      "decided.csv",
      "job.json",
      "details.csv",
      "links.csv",
      "report.json",
    ])
      expect([name, seen.has(name)]).toEqual([name, true]);
    expect(seen.get("persons.csv")).toContain("Rightname");
    for (const name of hidden)
      expect([name, [...seen].filter(([, text]) => text.includes(name)).map(([file]) => file)]).toEqual([
        name,
        [],
      ]);
    expect(seen.get("persons.csv")).not.toContain("4105550199");
    expect(
      [...modes]
        .filter((mode) => /csv/.test(mode) && !mode.startsWith("0 "))
        .filter((m) => /persons|children|decided/.test(m)),
    ).toEqual([]);
    expect(filesNow()).toEqual([]);
    const rows = await query<{ n: number }>(
      `select count(*)::int as n from link_candidate c join person p on p.id = c.person_id where p.last_name = any($1)`,
      [hidden],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("are told by no name in the results: ids and numbers alone", async () => {
    await query("update person set sex = 'other' where last_name = 'Rightname'");
    const running = linkJurisdiction({ jurisdictionId, train: true });
    const { seen } = await watchFiles(running);
    await running;
    const names = await query<{ last_name: string }>(
      "select distinct last_name from person where length(last_name) > 5 and last_name ~ '^[A-Z][a-z]+$' limit 300",
    );
    for (const file of [
      "links.csv",
      "details.csv",
      "report.json",
      "decided.csv",
      "job.json",
      "answer.json",
    ]) {
      const text = seen.get(file) ?? "";
      expect(
        names.filter(({ last_name }) => text.includes(last_name)).map((one) => [file, one.last_name]),
      ).toEqual([]);
    }
  });
});

describe("a run that is killed", () => {
  it.each([300, 1200, 2500, 4500])(
    "after %i ms leaves nothing half in, and no file once another has run",
    async (wait) => {
      await query("update person set first_name = first_name || 'e' where last_name = 'Rightname'");
      const counts = () =>
        query(
          "select (select count(*) from link_run) r, (select count(*) from link_model) m, (select count(*) from link_event) e, (select md5(string_agg(c::text, '|' order by id)) from link_candidate c) c",
        );
      const before = await counts();
      const child = spawn(
        process.execPath,
        ["--import", "tsx", "tests/setup/link-once.ts", db.url, jurisdictionId],
        { stdio: "ignore", detached: true, env: process.env },
      );
      while (filesNow().length === 0 && child.exitCode === null) await sleep(10);
      await sleep(wait);
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      await sleep(500);
      const after = await counts();
      const isWhole = JSON.stringify(after) === JSON.stringify(before);
      if (!isWhole) {
        const [last] = await query<{ status: string }>(
          "select status from link_run order by started_at desc limit 1",
        );
        expect(last?.status).toBe("done");
      }
      const done = await linkJurisdiction({ jurisdictionId });
      expect(done === "unchanged").toBe(!isWhole);
      expect(filesNow()).toEqual([]);
    },
  );
});
