import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, expect, it } from "vitest";
import * as referrals from "../../app/domain/referrals/index.server";
import * as family from "../../app/routes/family/my";
import * as mail from "../../app/routes/provider/answer-by-mail";
import { makeScopes, type Place } from "../setup/authorization-matrix";
import { testDatabase } from "../setup/database";
import { deskOf, send } from "../setup/referral-desk";

const db = await testDatabase();
let place: Place;
let desk: ReturnType<typeof deskOf>;
beforeAll(async () => {
  place = (await makeScopes(db)).own;
  desk = deskOf(db, place);
  await db.owner.query("update jurisdiction set support_phone = '4105550100'");
});

function argsOf(params: Record<string, string>, form?: Record<string, string>): LoaderFunctionArgs {
  const body = form && new URLSearchParams(form);
  return {
    request: new Request("http://portal.test/x", body ? { method: "POST", body } : {}),
    params,
    context: { cspNonce: "", requestId: "request-1", clientIp: "127.0.0.1", session: null },
  };
}
const partsOf = (answer: unknown) => answer as { data: Record<string, unknown>; init: { status: number } };

it("lets somebody behind the organization's mailbox answer under a name, and says how to come in", async () => {
  const { referralId } = await send(desk);
  await db.owner.query("update membership set ended_at = now() where organization_id = $1", [
    place.organizationId,
  ]);
  const token = await desk.system((ctx) =>
    referrals.writeAnswerLink(ctx, {
      referralId,
      outboxId: randomUUID(),
      membershipId: null,
      tokenOf: (id) => `token-${id}`,
    }),
  );
  const link = { token: token ?? "" };
  expect(await mail.loader(argsOf(link))).toMatchObject({
    state: "open",
    answersAs: null,
    answerers: [],
    comeIn: { phone: "(410) 555-0100", claimPath: `/en/claim/${place.organizationId}` },
  });
  const nameless = partsOf(
    await mail.action(argsOf(link, { intent: "answer", answer: "accept", personName: " \u200b " })),
  );
  expect(nameless.init.status).toBe(422);
  expect(nameless.data["errors"]).toEqual({ person: ["required"] });
  const given = { intent: "answer", answer: "accept", personName: "Rosa Delgado" };
  expect(await mail.action(argsOf(link, given))).toMatchObject({ status: 303 });
  const view = await desk.screener((ctx) => referrals.readReferral(ctx, { referralId }));
  expect(view.status).toBe("accepted");
  expect(view.history.at(-1)?.actorName).toBe("Rosa D.");
  expect(await mail.loader(argsOf(link))).toMatchObject({ state: "used", answered: "accept" });
});

it("says behind an ended link how to get a new one, alike for every link that opens nothing", async () => {
  for (const token of ["nobody-made-this", "x"]) {
    const answer = partsOf(await family.loader(argsOf({ lang: "en", token })));
    expect(answer.init.status).toBe(404);
    expect(answer.data).toEqual({ ended: { words: "(410) 555-0100", href: "tel:4105550100" } });
  }
});
