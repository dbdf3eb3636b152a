import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { makeScopes, type Place } from "../../tests/setup/authorization-matrix";
import { testDatabase } from "../../tests/setup/database";
import { isSigned, receiveMailEvents } from "./receive-mail-events.server";

const db = await testDatabase();
let place: Place;
beforeAll(async () => {
  place = (await makeScopes(db)).own;
});

const keys = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const publicKey = keys.publicKey.export({ type: "spki", format: "der" }).toString("base64");

it("believes only what the service signed just now", () => {
  const now = new Date("2026-11-21T15:00:00Z");
  const timestamp = String(now.getTime() / 1000);
  const body = '[{"event":"bounce"}]';
  const signature = sign("sha256", Buffer.from(timestamp + body), keys.privateKey).toString("base64");
  expect(isSigned({ publicKey, signature, timestamp, body, now })).toBe(true);
  expect(isSigned({ publicKey, signature, timestamp, body: `${body} `, now })).toBe(false);
  expect(isSigned({ publicKey, signature: "no signature", timestamp, body, now })).toBe(false);
  expect(isSigned({ publicKey, signature, timestamp, body, now: new Date(now.getTime() + 900_000) })).toBe(
    false,
  );
  expect(isSigned({ publicKey, signature, timestamp: "soon", body, now })).toBe(false);
});

it("stops a bounced address once, by its hash, and survives what is not an event", async () => {
  const bounce = {
    sg_event_id: "e1",
    event: "bounce",
    email: "Gone@Example.test",
    outboxId: randomUUID(),
    jurisdictionId: place.jurisdictionId,
  };
  expect(await receiveMailEvents(JSON.stringify([bounce, bounce, { event: "open" }, 7]))).toBe(2);
  expect(await receiveMailEvents("{broken")).toBe(0);
  const { rows } = await db.owner.query("select * from mail_suppression");
  expect(rows).toHaveLength(1);
  expect(rows[0].reason).toBe("bounce");
  expect(JSON.stringify(rows)).not.toContain("example");
});
