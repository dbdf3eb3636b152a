import {
  findDuplicates,
  listDuplicates,
  mergePair,
  readDuplicate,
} from "../../app/domain/directory/index.server";
import type { Ctx } from "../../app/domain/kernel/context";
import { newId } from "../../app/domain/kernel/ids";
import { staffActor } from "./auth-people";
import type { TestDatabase } from "./database";
import { testClock } from "./listing-rows";

/** An administrator who looks for duplicates and merges them, in whichever jurisdiction is named. */
export async function mergeDesk(db: TestDatabase) {
  const userId = newId();
  const sql = async (text: string, values: unknown[] = []) => (await db.owner.query(text, values)).rows;
  await sql(
    "insert into \"user\" (id, name, email, updated_at) values ($1, 'Test Admin', 'a@merge.example', now())",
    [userId],
  );
  function as<T>(jurisdictionId: string, run: (ctx: Ctx) => Promise<T>): Promise<T> {
    const actor = staffActor("jurisdiction_admin", { jurisdictionId }, { userId });
    return db.inTransaction({ jurisdictionId }, (tx) => run({ actor, tx, clock: testClock }));
  }
  const pairsOf = async (here: string, entity: "organization" | "service") => {
    await as(here, (ctx) => findDuplicates(ctx));
    return (await as(here, (ctx) => listDuplicates(ctx, { entity }))).pairs;
  };
  async function merge(
    here: string,
    pairId: string,
    keptId: string,
    takeFields: string[] = [],
  ): Promise<string> {
    const pair = await as(here, (ctx) => readDuplicate(ctx, { pairId }));
    const [kept, other] = pair.first.id === keptId ? [pair.first, pair.second] : [pair.second, pair.first];
    return as(here, (ctx) =>
      mergePair(ctx, { pairId, keptId, keptVersion: kept.version, mergedVersion: other.version, takeFields }),
    );
  }
  return { as, sql, pairsOf, merge };
}
