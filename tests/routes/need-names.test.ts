import { expect, it } from "vitest";
import type { DeskArgs } from "../../app/auth/desk.server";
import { changeNeed } from "../../app/domain/directory/index.server";
import type { StaffActor } from "../../app/domain/kernel/actor";
import type { Ctx } from "../../app/domain/kernel/context";
import { newId } from "../../app/domain/kernel/ids";
import { wordsOf as intakeWords } from "../../app/routes/intake/frame-of.server";
import { readUnmet } from "../../app/routes/manager/describe-unmet.server";
import { wordsOf as providerWords } from "../../app/routes/provider/inbox/load-inbox.server";
import { finderWords } from "../../app/routes/public/finder/finder-words.server";
import { staffActor } from "../setup/auth-people";
import { testDatabase } from "../setup/database";
import { makeJurisdiction, testClock } from "../setup/listing-rows";

const db = await testDatabase();
const here = await makeJurisdiction(db, "named");
const as = <T>(role: StaffActor["role"], run: (ctx: Ctx<StaffActor>) => Promise<T>): Promise<T> =>
  db.inTransaction({ jurisdictionId: here }, (tx) =>
    run({ actor: staffActor(role, { jurisdictionId: here }), tx, clock: testClock }),
  );
const version = async () =>
  (await db.owner.query("select code_lists_version v from jurisdiction where id = $1", [here])).rows[0]
    .v as number;

/** What a desk's page gets, in Spanish. */
async function args(ctx: Ctx<StaffActor>): Promise<DeskArgs> {
  const request = new Request("http://localhost/", {
    headers: { cookie: "lang=es", "accept-language": "es" },
  });
  const membership = { timeZone: "America/New_York", codeListsVersion: await version() };
  return { ctx, request, session: { membership } } as unknown as DeskArgs;
}

it("calls a need as the jurisdiction does, on every desk alike, from the moment it is changed", async () => {
  const said = () =>
    as("hotline_screener", async (ctx) => {
      const desks = [await intakeWords(await args(ctx)), await providerWords(await args(ctx))];
      return [...desks, await finderWords(ctx, "es")].map(({ t }) => t("needs:food"));
    });
  const before = await said();
  expect(new Set(before).size).toBe(1);
  const names = { nameEn: "Groceries", nameEs: "El mandado" };
  await as("jurisdiction_admin", (ctx) => changeNeed(ctx, { code: "food", version: 0, ...names }));
  expect(await said()).toEqual(["El mandado", "El mandado", "El mandado"]);
  await db.owner.query(
    "insert into unmet_need (id, jurisdiction_id, channel, need_code, at) values ($1, $2, 'public', 'food', $3)",
    [newId(), here, testClock.now()],
  );
  const { rows } = await as("program_manager", (ctx) => readUnmet(ctx, new URL("http://localhost/"), "en"));
  expect(rows).toMatchObject([{ needCode: "food", need: "Groceries" }]);
});
