import { expect, it } from "vitest";
import { makeScopes } from "../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../tests/setup/database";
import { deskOf } from "../../../tests/setup/referral-desk";
import { newId } from "../kernel/ids";
import { endCall, keepListings, openCall, saveCallDraft, switchCaller } from "./index.server";

const db = await testDatabase();
const places = await makeScopes(db);
const desk = deskOf(db, places.own);

it("says of a call that is over that it is, and of a foreign one nothing", async () => {
  const { callId } = await desk.screener((ctx) => openCall(ctx, { line: "support_line" }));
  await desk.screener((ctx) => endCall(ctx, { callId }));
  const draft = { name: "", phone: "", way: "call", messageOk: "", help: "", script: "" };
  const acts = (id: string) => [
    () => desk.screener((ctx) => saveCallDraft(ctx, { callId: id, draft })),
    () => desk.screener((ctx) => switchCaller(ctx, { callId: id, caller: "family" })),
    () => desk.screener((ctx) => keepListings(ctx, { callId: id, serviceIds: [] })),
    () => desk.screener((ctx) => endCall(ctx, { callId: id })),
  ];
  for (const act of acts(callId)) await expect(act()).rejects.toMatchObject({ message: "call_ended" });
  for (const act of acts(newId())) await expect(act()).rejects.toMatchObject({ code: "not_found" });
  const abroad = deskOf(db, places["other jurisdiction"]);
  await expect(abroad.screener((ctx) => endCall(ctx, { callId }))).rejects.toMatchObject({
    code: "not_found",
  });
});
