import { beforeAll, expect, it } from "vitest";
import { acceptInvitation } from "~/auth/accept-invitation.server";
import { findInvitation } from "~/auth/find-invitation.server";
import { runUpstream } from "../tests/cli/run-upstream";
import { testDatabase } from "../tests/setup/database";
import { makeJurisdiction } from "../tests/setup/listing-rows";

const db = await testDatabase();
const command = (...words: string[]) => runUpstream(["admin", "create", ...words], { DATABASE_URL: db.url });
const tokenOf = (out: string) => /\/invitation\/([\w-]{43})\n$/.exec(out)?.[1] ?? "";
const password = "an own long password of hers";

beforeAll(async () => {
  await makeJurisdiction(db, "first");
});

it("prints a link that makes the first administrator, once; a later one ends it; then it refuses", async () => {
  const first = await command("--email", "Ada@County.example", "--name", "Ada Quill");
  expect(first).toMatchObject({ code: 0 });
  expect(first.out).toMatch(/^http:\/\/localhost:\d+\/invitation\/[\w-]{43}\n$/);
  expect(first.err).toContain("ada@county.example");
  const again = await command("--email", "ada@county.example", "--name", "Ada Quill");
  expect(await findInvitation(tokenOf(first.out))).toBeNull();
  const open = await findInvitation(tokenOf(again.out));
  expect(open).toMatchObject({ role: "jurisdiction_admin", name: "Ada Quill", invitedById: null });
  expect(Number(open?.expiresAt) - Date.now()).toBeLessThanOrEqual(86_400_000);
  await acceptInvitation(tokenOf(again.out), { name: "Ada Quill", password });
  await expect(acceptInvitation(tokenOf(again.out), { name: "Eve", password })).rejects.toThrow();
  for (const words of [
    ["--email", "eve@county.example"],
    ["--email", "ada@county.example", "--another"],
  ])
    expect(await command(...words)).toMatchObject({ code: 2, out: "" });
  const another = await command("--email", "eve@county.example", "--another");
  expect(await findInvitation(tokenOf(another.out))).toMatchObject({ email: "eve@county.example" });
  const { rows } = await db.owner.query(
    "select actor_kind, actor_id from audit_entry where event = 'invitation.sent'",
  );
  expect(rows).toEqual(Array(3).fill({ actor_kind: "system", actor_id: "admin" }));
});

it.each([
  [["--email", "nobody"], "name@example.org"],
  [[], "--email is needed"],
  [["--email", "a@b.example", "--jurisdiction", "elsewhere"], "no such jurisdiction"],
  [["--email", "a@b.example", "--name", " x "], "at least two letters"],
])("says what is wrong with %j", async (words, said) => {
  const { code, out, err } = await command(...words);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(said);
});
