import { describe, expect, it } from "vitest";
import {
  cookieAfter,
  codeOf,
  demoPassword,
  makePerson,
  makePlace,
  staffActor,
} from "../../tests/setup/auth-people";
import { authDesk, makeAdminAndManager } from "../../tests/setup/auth-desk";
import { testDatabase } from "../../tests/setup/database";
import { endMembership } from "./end-membership.server";
import { enterCode } from "./enter-code.server";
import { listPeople } from "./list-people.server";
import { resolveSession } from "./resolve-session.server";
import { signIn } from "./sign-in.server";
import { Conflict, NotFound } from "~/domain/kernel/errors";

const db = await testDatabase();
const harbor = await makePlace(db, "harbor");
const riverside = await makePlace(db, "riverside");
const { admin, manager } = await makeAdminAndManager(db, harbor);
const { as, cookieOf } = authDesk(db);

const keepWork = () => Promise.resolve();

describe("ending a role", () => {
  it("signs the person out at once; only who is in reach; never oneself", async () => {
    const email = "leaver@center.example.org";
    const {
      membershipIds: [id = ""],
    } = await makePerson(db, { email, memberships: [{ ...harbor, role: "provider_worker" }] });
    const cookie = await cookieOf(email);
    const otherManager = staffActor("provider_manager", {
      jurisdictionId: harbor.jurisdictionId,
      organizationId: harbor.otherOrganizationId,
    });
    const farAdmin = staffActor("jurisdiction_admin", { jurisdictionId: riverside.jurisdictionId });
    for (const actor of [otherManager, farAdmin])
      await expect(as(actor, (ctx) => endMembership(ctx, id, keepWork))).rejects.toThrow(NotFound);
    expect((await resolveSession({ headers: { cookie } })).session).not.toBeNull();
    await as(manager, (ctx) => endMembership(ctx, id, keepWork));
    expect((await resolveSession({ headers: { cookie } })).session).toBeNull();
    await expect(as(manager, (ctx) => endMembership(ctx, id, keepWork))).rejects.toThrow(NotFound);
    await expect(as(manager, (ctx) => endMembership(ctx, manager.membershipId, keepWork))).rejects.toThrow(
      Conflict,
    );
    const first = await signIn(new Headers(), { email, password: demoPassword });
    const again = await enterCode(
      new Headers({ cookie: cookieAfter(first.setCookies) }),
      await codeOf(undefined, 1),
    );
    expect(
      (await resolveSession({ headers: { cookie: cookieAfter(again.setCookies) } })).session,
    ).toMatchObject({ membership: null, memberships: [] });
  });
  it("lists who is in reach, by page", async () => {
    const mine = await as(manager, (ctx) => listPeople(ctx, { page: 1 }));
    expect(new Set(mine.people.map((one) => one.organizationName))).toEqual(
      new Set(["harbor Family Center"]),
    );
    expect(mine.people.find((one) => one.own)?.name).toBe("Pat Marsh");
    const all = await as(admin, (ctx) => listPeople(ctx, { page: 1 }));
    expect(all.total).toBeGreaterThan(mine.total);
    expect((await as(admin, (ctx) => listPeople(ctx, { page: 99 }))).people).toEqual([]);
  });
  it("takes signs for letters and leaves accents out, in the order of the language", async () => {
    for (const [name, email] of [
      ["Ñusta Quispe", "nusta_q@harbor.example.org"],
      ["Zoë Álvarez", "zoe@harbor.example.org"],
      ["Noé Under_Score", "noe@harbor.example.org"],
    ] as const)
      await makePerson(db, {
        email,
        name,
        memberships: [{ jurisdictionId: harbor.jurisdictionId, role: "intake_supervisor" }],
      });
    const names = async (find: string) =>
      (await as(admin, (ctx) => listPeople(ctx, { page: 1, find, language: "es" }))).people.map(
        ({ name }) => name,
      );
    expect(await names("_")).toEqual(["Noé Under_Score", "Ñusta Quispe"]);
    expect(await names("%")).toEqual([]);
    expect(await names("alvarez")).toEqual(["Zoë Álvarez"]);
    expect(await names("ZOE")).toEqual(["Zoë Álvarez"]);
  });
  it("finds by part of a name or an email, and nobody out of reach", async () => {
    const found = (who: typeof admin, find: string) => as(who, (ctx) => listPeople(ctx, { page: 1, find }));
    const { people } = await found(admin, "pat mar");
    expect(people.map(({ name }) => name)).toEqual(["Pat Marsh"]);
    const email = people[0]?.email ?? "";
    expect((await found(admin, email.toUpperCase())).total).toBe(1);
    const all = await as(admin, (ctx) => listPeople(ctx, { page: 1 }));
    const other = all.people.find((one) => one.organizationName !== "harbor Family Center");
    expect((await found(manager, other?.email ?? "nobody")).total).toBe(0);
  });
});
