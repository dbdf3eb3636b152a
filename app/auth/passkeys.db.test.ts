import { describe, expect, it } from "vitest";
import { authDesk, email, makeAdminAndManager, other, withTwoScreeners } from "../../tests/setup/auth-desk";
import { cookieAfter, makePlace } from "../../tests/setup/auth-people";
import { testDatabase } from "../../tests/setup/database";
import { type Device, softwarePasskey } from "../../tests/setup/software-passkey";
import { Conflict, NotFound } from "~/domain/kernel/errors";
import { addPasskey } from "./add-passkey.server";
import { askForNewPasskey, askForPasskey } from "./begin-passkey.server";
import { listPasskeys } from "./list-passkeys.server";
import { removePasskey } from "./remove-passkey.server";
import { renamePasskey } from "./rename-passkey.server";
import { resetSecondStep } from "./reset-second-step.server";
import { signInWithPasskey } from "./sign-in-with-passkey.server";

const db = await testDatabase();
const harbor = await makePlace(db, "harbor");
const { as, cookieOf, sessionOf } = authDesk(db);
withTwoScreeners(db, harbor);

type Key = ReturnType<typeof softwarePasskey>;

async function add(cookie: string, key: Key, device: Device = {}, name = "Work laptop"): Promise<void> {
  const question = await askForNewPasskey(new Headers({ cookie }));
  if (!question) throw new Error("not asked");
  const headers = new Headers({ cookie: cookieAfter(question.setCookies, cookie) });
  await addPasskey(await sessionOf(cookie), headers, { name, passkey: key.make(question.options, device) });
}
async function enter(key: Key, device: Device = {}) {
  const { options, setCookies } = await askForPasskey(new Headers());
  const headers = new Headers({ cookie: cookieAfter(setCookies) });
  const passkey = key.sign(options, device);
  return { headers, passkey, ...(await signInWithPasskey(headers, { passkey })) };
}
const sessions = () => db.prisma.session.count();

describe("adding a passkey", () => {
  it("keeps the public half under its name, tells the person and is in the audit", async () => {
    const cookie = await cookieOf();
    await add(cookie, softwarePasskey());
    const session = await sessionOf(cookie);
    expect(await listPasskeys(session)).toMatchObject([{ name: "Work laptop" }]);
    const { rows } = await db.owner.query(
      `select a.entity_id, a.actor_id, m.to_user_id, m.params from audit_entry a, outbox_message m
       where a.event = 'passkey.added' and m.template = 'passkey-added' and a.actor_id = $1`,
      [session.userId],
    );
    const { userId } = session;
    expect(rows).toEqual([{ entity_id: userId, actor_id: userId, to_user_id: userId, params: {} }]);
  });
  it("wants a name, a device that verified its holder, and the answer to its own question", async () => {
    const cookie = await cookieOf();
    const refusal = (device: Device, name?: string) =>
      add(cookie, softwarePasskey(), device, name).then(
        () => null,
        (error: { fieldErrors?: unknown }) => error.fieldErrors,
      );
    expect(await refusal({ verified: false })).toEqual({ passkey: ["passkey_unverified"] });
    expect(await refusal({ origin: "https://elsewhere.example" })).toEqual({ passkey: ["passkey_failed"] });
    expect(await refusal({}, " ")).toEqual({ name: ["passkey_name_needed"] });
    const session = await sessionOf(cookie);
    for (const passkey of ["", "nonsense", "{}", '{"id":7,"response":{}}', '{"id":"a","response":{}}'])
      await expect(addPasskey(session, new Headers({ cookie }), { name: "A", passkey })).rejects.toThrow();
    expect(await listPasskeys(session)).toEqual([]);
  });
  it("is only for who is past both steps, and signed in within ten minutes", async () => {
    const first = await cookieOf(email, 1);
    await expect(add(first, softwarePasskey())).rejects.toMatchObject({
      fieldErrors: { passkey: ["passkey_failed"] },
    });
    const old = await cookieOf(other);
    const question = await askForNewPasskey(new Headers({ cookie: old }));
    const past = new Date(Date.now() - 11 * 60_000);
    await db.prisma.session.updateMany({ data: { createdAt: past, updatedAt: past } });
    expect(await askForNewPasskey(new Headers({ cookie: old }))).toBeNull();
    const headers = new Headers({ cookie: cookieAfter(question?.setCookies ?? [], old) });
    const passkey = softwarePasskey().make(question?.options ?? {});
    const late = addPasskey(await sessionOf(old), headers, { name: "Late", passkey });
    await expect(late).rejects.toThrow(new Conflict("passkey_old_sign_in"));
    expect(await db.prisma.passkey.count()).toBe(0);
  });
  it("ends at ten", async () => {
    const cookie = await cookieOf();
    for (let one = 0; one < 10; one++) await add(cookie, softwarePasskey());
    await expect(add(cookie, softwarePasskey())).rejects.toThrow(new Conflict("passkey_enough"));
  });
});

describe("signing in with a passkey", () => {
  it("is both steps at once, and each answer counts once", async () => {
    const key = softwarePasskey();
    await add(await cookieOf(), key);
    const { outcome, setCookies, headers, passkey } = await enter(key);
    expect(outcome).toBe("in");
    expect(await sessionOf(cookieAfter(setCookies))).toMatchObject({ email, aal: 2, authMethod: "passkey" });
    const before = await sessions();
    expect((await signInWithPasskey(headers, { passkey })).outcome).toBe("wrong");
    expect(await sessions()).toBe(before);
  });
  it("is refused where the device did not verify its holder, on another site, and for a key nobody added", async () => {
    const key = softwarePasskey();
    await add(await cookieOf(), key);
    const before = await sessions();
    expect((await enter(key, { verified: false })).outcome).toBe("wrong");
    expect((await enter(key, { origin: "https://elsewhere.example" })).outcome).toBe("wrong");
    expect((await enter(softwarePasskey())).outcome).toBe("wrong");
    expect(
      (await signInWithPasskey(new Headers(), { passkey: key.sign({ challenge: "AAAA" }) })).outcome,
    ).toBe("wrong");
    for (const passkey of ["", "[]", "{}", '{"id":"a","response":{}}'])
      expect((await signInWithPasskey(new Headers(), { passkey })).outcome).toBe("wrong");
    expect(await sessions()).toBe(before);
  });
});

describe("own passkeys", () => {
  it("are renamed and removed by their owner alone, and sign in no more once removed", async () => {
    const key = softwarePasskey();
    const mine = await cookieOf();
    await add(mine, key);
    const [session, stranger] = [await sessionOf(mine), await sessionOf(await cookieOf(other))];
    const [{ id = "" } = {}] = await listPasskeys(session);
    await expect(renamePasskey(stranger, { key: id, name: "Taken" })).rejects.toThrow(NotFound);
    expect(await removePasskey(stranger, id)).toBe(false);
    await renamePasskey(session, { key: id, name: "Old laptop" });
    expect(await listPasskeys(session)).toMatchObject([{ id, name: "Old laptop" }]);
    expect(await removePasskey(session, id)).toBe(true);
    expect(await removePasskey(session, id)).toBe(false);
    expect((await enter(key)).outcome).toBe("wrong");
  });
  it("go with a second step that an administrator resets", async () => {
    const key = softwarePasskey();
    await add(await cookieOf(), key);
    const { admin } = await makeAdminAndManager(db, harbor);
    const { id: membership } = await db.arrange.membership.findFirstOrThrow({ where: { user: { email } } });
    await as(admin, (ctx) => resetSecondStep(ctx, { membership, reason: "Lost phone" }));
    expect((await enter(key)).outcome).toBe("wrong");
  });
});
