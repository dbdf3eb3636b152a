import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { testDatabase } from "../../tests/setup/database";
import { openDatabase } from "./client.server";
import { statementNames } from "./name-statement";
import { inTransaction, type Tx } from "./transaction.server";

const db = await testDatabase();
const context = { jurisdictionId: randomUUID(), organizationId: null, actorId: `O'Neil"\\; select 1 --` };
type Settings = { jurisdiction: string; actor: string; read_only: string };
const settings = (tx: Pick<Tx, "$queryRaw">) => tx.$queryRaw<Settings[]>`
  select coalesce(current_setting('app.jurisdiction_id', true), '') as jurisdiction,
    coalesce(current_setting('app.actor_id', true), '') as actor,
    current_setting('transaction_read_only') as read_only`;
const wanted = [{ jurisdiction: context.jurisdictionId, actor: context.actorId, read_only: "on" }];

it("carries the context, exactly as given, and leaves none behind", async () => {
  expect(await db.inTransaction(context, settings, { readOnly: true })).toEqual(wanted);
  const after = await Promise.all(Array.from({ length: 8 }, () => settings(db.prisma)));
  for (const [row] of after) expect(row).toMatchObject({ jurisdiction: "", actor: "", read_only: "off" });
});

it("carries it too through a client that is not this process's own", async () => {
  const other = openDatabase(db.url, 1);
  try {
    expect(await inTransaction(context, settings, { prisma: other.prisma, readOnly: true })).toEqual(wanted);
  } finally {
    await other.close();
  }
});

it("keeps transactions that begin at once apart", async () => {
  const ids = Array.from({ length: 30 }, () => randomUUID());
  const seen = await Promise.all(ids.map((jurisdictionId) => db.inTransaction({ jurisdictionId }, settings)));
  expect(seen.map(([row]) => row?.jurisdiction)).toEqual(ids);
});

it("reads all of a snapshot as it was when it began", async () => {
  const isolation = (tx: Tx) =>
    tx.$queryRaw<{ level: string }[]>`select current_setting('transaction_isolation') as level`;
  expect(await db.inTransaction(context, isolation, { snapshot: true })).toEqual([
    { level: "repeatable read" },
  ]);
  expect(await db.inTransaction(context, settings, { snapshot: true, readOnly: true })).toEqual(wanted);
  expect(await db.inTransaction(context, isolation)).toEqual([{ level: "read committed" }]);
});

it("names a statement once, and none that carries no values", () => {
  const nameOf = statementNames();
  expect(nameOf({ sql: "select $1", args: [1] })).toBe(nameOf({ sql: "select $1", args: [2] }));
  expect(nameOf({ sql: "begin; select 1", args: [] })).toBe("");
  for (let n = 0; n < 600; n += 1) nameOf({ sql: `select $1, ${n}`, args: [n] });
  expect(nameOf({ sql: "select $1, 'one too many'", args: [1] })).toBe("");
});
