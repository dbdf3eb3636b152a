import { describe, expect, it } from "vitest";
import { cookieAfter, demoPassword, makePerson, makePlace, staffActor } from "../../tests/setup/auth-people";
import { authDesk, makeAdminAndManager } from "../../tests/setup/auth-desk";
import { testDatabase } from "../../tests/setup/database";
import { systemClock } from "~/domain/kernel/clock";
import { Forbidden, Invalid, NotFound } from "~/domain/kernel/errors";
import { gatherMailFacts } from "~/notify/gather-mail-facts.server";
import { composeMail } from "~/notify/compose-mail.server";
import { beginTwoStep } from "./begin-two-step.server";
import { listPeople } from "./list-people.server";
import { resetSecondStep } from "./reset-second-step.server";
import { signIn } from "./sign-in.server";

const db = await testDatabase();
const harbor = await makePlace(db, "harbor");
const riverside = await makePlace(db, "riverside");
const { admin, manager } = await makeAdminAndManager(db, harbor);
const { as, cookieOf, sessionOf, alive } = authDesk(db);
const { jurisdictionId } = harbor;
const reason = "Lost phone, called back at the office";

let made = 0;
async function colleague(...memberships: Parameters<typeof makePerson>[1]["memberships"]) {
  const email = `colleague${++made}@harbor.example.org`;
  const person = await makePerson(db, { email, name: "Noor Vale", memberships });
  return { email, userId: person.userId, membership: person.membershipIds[0] ?? "" };
}
const screener = { jurisdictionId, role: "hotline_screener" } as const;
const worker = { ...harbor, role: "provider_worker" } as const;
const hasStep = async (userId: string) =>
  (await db.prisma.user.findUniqueOrThrow({ where: { id: userId } })).twoFactorEnabled;

async function mailOf(template: string, toUserId: string) {
  const row = await db.owner.query("select id from outbox_message where template = $1 and to_user_id = $2", [
    template,
    toUserId,
  ]);
  const actor = { kind: "system", name: "mail", jurisdictionId } as const;
  return db.inTransaction({ jurisdictionId }, async (tx) => {
    const message = await tx.outboxMessage.findUniqueOrThrow({ where: { id: row.rows[0].id } });
    const [mail] = (await gatherMailFacts({ actor, tx, clock: systemClock }, message)) ?? [];
    return { to: mail?.to, words: await composeMail(mail!.facts), params: message.params };
  });
}

describe("resetting a colleague's second step", () => {
  it("signs the person out, asks for a new one after the password, tells both and is in the audit", async () => {
    const { email, userId, membership } = await colleague(screener);
    const cookie = await cookieOf(email);
    await as(admin, (ctx) => resetSecondStep(ctx, { membership, reason }));
    expect(await alive(cookie)).toBe(false);
    expect(await hasStep(userId)).toBe(false);
    const next = await signIn(new Headers(), { email, password: demoPassword });
    expect(next.outcome).toBe("in");
    const session = await sessionOf(cookieAfter(next.setCookies));
    expect(session.aal).toBe(1);
    expect((await beginTwoStep(session)).keyText).not.toBe("");
    const audit = await db.owner.query("select * from audit_entry where event = 'second_step.reset'");
    expect(audit.rows).toMatchObject([{ actor_id: admin.userId, entity_id: membership, reason }]);
    const told = await mailOf("second-step-reset", userId);
    expect(told.to).toEqual([email]);
    expect(told.words.text).toContain("Ada Quill reset the second step");
    expect(told.words.text).toContain("/sign-in");
    const done = await mailOf("second-step-was-reset", admin.userId);
    expect(done.words.text).toContain("the second step of Noor Vale");
    for (const { words, params } of [told, done])
      expect(words.text + JSON.stringify(params)).not.toContain(reason);
  });
  it("wants a reason, and leaves everything as it was without", async () => {
    const { userId, membership } = await colleague(screener);
    for (const wrong of ["", "   ", "x".repeat(301)])
      await expect(as(admin, (ctx) => resetSecondStep(ctx, { membership, reason: wrong }))).rejects.toThrow(
        Invalid,
      );
    expect(await hasStep(userId)).toBe(true);
  });
  it("reaches nobody of another county or organization, and is no screener's", async () => {
    const { userId, membership } = await colleague(worker);
    const reset = (who: typeof admin) => as(who, (ctx) => resetSecondStep(ctx, { membership, reason }));
    await expect(
      reset(staffActor("jurisdiction_admin", { jurisdictionId: riverside.jurisdictionId })),
    ).rejects.toThrow(NotFound);
    const otherManager = { jurisdictionId, organizationId: harbor.otherOrganizationId };
    await expect(reset(staffActor("provider_manager", otherManager))).rejects.toThrow(NotFound);
    await expect(reset(staffActor("hotline_screener", { jurisdictionId }))).rejects.toThrow(Forbidden);
    expect(await hasStep(userId)).toBe(true);
    await reset(manager);
    expect(await hasStep(userId)).toBe(false);
  });
  it("is never the own, nor of who also works beyond the actor's reach", async () => {
    const own = { membership: admin.membershipId, reason };
    await expect(as(admin, (ctx) => resetSecondStep(ctx, own))).rejects.toThrow("own_step");
    const far = await colleague(screener, {
      jurisdictionId: riverside.jurisdictionId,
      role: "hotline_screener",
    });
    await expect(
      as(admin, (ctx) => resetSecondStep(ctx, { membership: far.membership, reason })),
    ).rejects.toThrow("step_elsewhere");
    const both = await colleague(worker, screener);
    await expect(
      as(manager, (ctx) => resetSecondStep(ctx, { membership: both.membership, reason })),
    ).rejects.toThrow("step_elsewhere");
    expect([await hasStep(far.userId), await hasStep(both.userId)]).toEqual([true, true]);
  });
  it("of a sealed organization's people is its own manager's alone", async () => {
    const seal = "update organization set victim_service_provider = $2 where id = $1";
    await db.owner.query(seal, [harbor.organizationId, true]);
    const { userId, membership } = await colleague(worker);
    await expect(as(admin, (ctx) => resetSecondStep(ctx, { membership, reason }))).rejects.toThrow(
      "step_sealed",
    );
    expect(await hasStep(userId)).toBe(true);
    const offered = async (who: typeof admin) => {
      const { people } = await as(who, (ctx) => listPeople(ctx, { page: 1 }));
      return people.find(({ membershipId }) => membershipId === membership)?.sealedElsewhere;
    };
    expect([await offered(admin), await offered(manager)]).toEqual([true, false]);
    await as(manager, (ctx) => resetSecondStep(ctx, { membership, reason }));
    expect(await hasStep(userId)).toBe(false);
  });
});
