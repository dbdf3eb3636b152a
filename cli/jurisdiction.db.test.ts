import { expect, it } from "vitest";
import { runUpstream } from "../tests/cli/run-upstream";
import { testDatabase } from "../tests/setup/database";
import { makeJurisdiction } from "../tests/setup/listing-rows";

const db = await testDatabase();
await makeJurisdiction(db, "first");
const command = (...words: string[]) => runUpstream(["jurisdiction", ...words], { DATABASE_URL: db.url });
const named = ["--slug", "riverside", "--name", "Riverside Bay"];

it("makes a county, lists it, moves its address and takes it away, each on record in that county", async () => {
  const zone = ["--time-zone", "America/Los_Angeles", "--title", "Riverside Families"];
  const made = await command("create", ...named, ...zone);
  expect(made).toMatchObject({ code: 0, out: "riverside  no address yet\n" });
  expect(made.err).toContain("admin create --email EMAIL --jurisdiction riverside");
  expect((await command("list")).out).toBe(
    "first  first  America/New_York  the installation's own address\n" +
      "riverside  Riverside Bay  America/Los_Angeles  no address yet\n",
  );
  expect((await command("address", "riverside", "https://R.example/")).out).toBe(
    "riverside  no address -> https://r.example\n",
  );
  expect((await command("address", "riverside", "https://p.example/riverside")).code).toBe(0);
  const listed = JSON.parse((await command("list", "--json")).out) as object[];
  expect(listed).toMatchObject([
    { slug: "first", address: null },
    { title: "Riverside Families", address: "https://p.example/riverside" },
  ]);
  expect((await command("address", "riverside", "--none")).code).toBe(0);
  const { rows } = await db.owner.query(
    `select a.event, a.reason, a.actor_kind from audit_entry a join jurisdiction j on j.id = a.jurisdiction_id
     where j.slug = 'riverside' order by a.at, a.id`,
  );
  expect(rows).toEqual([
    { event: "jurisdiction.created", reason: "address: - -> -", actor_kind: "system" },
    ...[
      ["-", "https://r.example"],
      ["https://r.example", "https://p.example/riverside"],
      ["https://p.example/riverside", "-"],
    ].map(([from, to]) => ({
      event: "jurisdiction.address_set",
      reason: `address: ${from} -> ${to}`,
      actor_kind: "system",
    })),
  ]);
});

it("lets the first administrator of a county in at that county's address", async () => {
  await command("address", "riverside", "https://p.example/riverside");
  const { out } = await runUpstream(
    ["admin", "create", "--email", "ada@riverside.example", "--jurisdiction", "riverside"],
    { DATABASE_URL: db.url },
  );
  expect(out).toMatch(/^https:\/\/p\.example\/invitation\/[\w-]{43}\n$/);
});

it.each([
  [["create", "--slug", "Big County", "--name", "Big"], "--slug wants"],
  [["create", ...named], "with that slug already"],
  [["create", "--slug", "new", "--name", " "], "--name wants"],
  [["create", "--slug", "new"], "--name is needed"],
  [["create", "--slug", "new", "--name", "New", "--time-zone", "Mars/North"], "America/Chicago"],
  [
    ["create", "--slug", "new", "--name", "New", "--address", "https://P.example/riverside"],
    "has that address",
  ],
  [["create", "--slug", "new", "--name", "New", "--address", "new.example"], "An address is like"],
  [["address", "first", "https://p.example/riverside"], "Another jurisdiction has that address"],
  [["address", "first", "https://p.example/admin"], "means pages of the portal itself"],
  [["address", "first", "https://p.example/a/b"], "one word at most"],
  [["address", "first", "--none"], "Nothing was changed"],
  [["address", "nowhere", "https://n.example"], "no such jurisdiction"],
  [["address", "first"], "usage:"],
  [["address", "first", "https://n.example", "--none"], "usage:"],
])("says what is wrong with %j", async (words, said) => {
  const { code, out, err } = await command(...words);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(said);
});
