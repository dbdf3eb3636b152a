import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { hashToken, newId, newToken } from "~/domain/kernel/ids";
import { testDatabase } from "../../tests/setup/database";
import { text } from "./form-fields";
import { familyAction, familyLoader, publicLoader } from "./public-page.server";
import { Invalid } from "~/domain/kernel/errors";

const db = await testDatabase();
const jurisdictionId = newId();
const householdId = newId();
const live = newToken();
const ended = newToken();
const revoked = newToken();

function args(token: string, form?: Record<string, string>): LoaderFunctionArgs {
  const body = form && new URLSearchParams(form);
  return {
    request: new Request("http://portal.test/en/my/x", body ? { method: "POST", body } : {}),
    params: { token },
    context: { cspNonce: "", requestId: "request-1", clientIp: "127.0.0.1", session: null },
  };
}

beforeAll(async () => {
  await db.owner.query(`insert into jurisdiction (id, slug, name) values ($1, 'harbor', 'Harbor County')`, [
    jurisdictionId,
  ]);
  await db.owner.query(
    `insert into household (id, jurisdiction_id, caregiver_name, created_at) values ($1, $2, 'Testa', now())`,
    [householdId, jurisdictionId],
  );
  const link = `insert into family_link (id, jurisdiction_id, household_id, token_hash, created_at, expires_at, revoked_at)
    values ($1, $2, $3, $4, now(), now() + $5::interval, $6)`;
  await db.owner.query(link, [newId(), jurisdictionId, householdId, hashToken(live), "1 day", null]);
  await db.owner.query(link, [newId(), jurisdictionId, householdId, hashToken(ended), "-1 day", null]);
  await db.owner.query(link, [newId(), jurisdictionId, householdId, hashToken(revoked), "1 day", new Date()]);
});

describe("a family's page", () => {
  const page = familyLoader(async ({ ctx }) =>
    (await ctx.tx.household.findMany({ select: { id: true } })).map((h) => h.id),
  );

  it("opens for the holder of a live link, inside its jurisdiction", async () => {
    expect(await page(args(live))).toEqual([householdId]);
  });
  const closed = { ended, revoked, unknown: "no-such-token", empty: "", nul: "\u0000" };
  it.each(Object.entries(closed))("is not found for one that is %s", async (_why, token) => {
    await expect(page(args(token))).rejects.toMatchObject({ status: 404 });
  });
  it("rolls back a refused form and answers 422", async () => {
    const action = familyAction({
      contact: [
        z.object({ phone: text }),
        async ({ ctx }) => {
          await ctx.tx.household.updateMany({ data: { caregiverName: "Changed" } });
          throw new Invalid({ phone: ["required"] });
        },
      ],
    });
    const refused = await action(args(live, { intent: "contact", phone: "12" }));
    expect(refused).toMatchObject({ data: { typed: { phone: "12" } }, init: { status: 422 } });
    expect((await db.owner.query("select caregiver_name from household")).rows[0]).toEqual({
      caregiver_name: "Testa",
    });
  });
});

describe("a public page", () => {
  it("has a jurisdiction and no one's organization", async () => {
    const page = publicLoader(({ ctx }) => Promise.resolve(ctx.actor));
    expect(await page(args(""))).toEqual({ kind: "public", jurisdictionId });
  });
});
