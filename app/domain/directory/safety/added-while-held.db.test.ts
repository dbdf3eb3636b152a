import { beforeEach, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { heldDesk, heldFiles as files, heldId as id } from "../../../../tests/setup/held-desk";
import { makeJurisdiction } from "../../../../tests/setup/listing-rows";

const db = await testDatabase();
const here = await makeJurisdiction(db, "harbor");
const { take, open, cards, decide, empty } = await heldDesk(db, here);

beforeEach(empty);

it.each([
  ["its place comes as another row", { "3": "8" }],
  ["its place and its listing come as other rows", { "2": "9", "3": "8" }],
])("waits with all that its source adds, whatever that says by now: %s", async (_, rekeyed) => {
  await take();
  const bland = Object.fromEntries(
    Object.entries(files).map(([file, text]) => [
      file,
      Object.entries(rekeyed).reduce(
        (said, [kind, other]) => said.replaceAll(id(Number(kind), 1), id(Number(other), 1)),
        text.replace("Emergency shelter for battered women.", "Books for all."),
      ),
    ]),
  );
  await take(bland);
  for (const said of [await open(), await cards()]) expect(said).not.toMatch(/Zmstreet|39\.41/);
  const added = {
    "locations.csv": `${id(3, 3)},${id(1, 1)},physical,Annex,39.42,-76.62\n${id(3, 4)},,physical,Hall,39.43,-76.63\n`,
    "addresses.csv": `${id(5, 3)},${id(3, 3)},9 Zmlane,Towson,MD,21204,US,physical\n${id(5, 4)},${id(3, 4)},9 Zmroad,Towson,MD,21204,US,physical\n`,
    "service_at_location.csv": [3, 4]
      .map((n) => `${id(4, n)},${id("2" in rekeyed ? 9 : 2, 1)},${id(3, n)}\n`)
      .join(""),
  };
  await take({
    ...bland,
    ...Object.fromEntries(Object.entries(added).map(([file, rows]) => [file, `${bland[file] ?? ""}${rows}`])),
  });
  for (const said of [await open(), await cards()]) {
    expect(said).not.toMatch(/Zm(?:street|lane|road)|39\.4/);
    expect(said).toContain("8 Book Street");
  }
  await decide("is_not");
  expect(await open()).toMatch(/9 Zmlane/);
});
