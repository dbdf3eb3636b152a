import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { listingPlaces } from "../../../../tests/setup/listing-places";
import { testClock } from "../../../../tests/setup/listing-rows";
import { listListingHistory, saveListingPlace, saveListingSection } from "../index.server";

const db = await testDatabase();
const { manager, admin, read, listing, found } = await listingPlaces(db);
const second = { street: "9 Invented Road", city: "Towson", state: "MD", postalCode: "21204" };

describe("an area of census tracts", () => {
  it("is a question in its county, not an answer, and shuts out who lives elsewhere", async () => {
    const id = await listing("By Tract");
    await manager((ctx) =>
      saveListingSection(ctx, {
        id,
        version: 1,
        section: "when_where",
        values: {
          deliveryModes: ["home"],
          visibility: "partial",
          city: "Baltimore",
          postalCode: "21215",
          areaTracts: "24510151000 24510151100",
        },
      }),
    );
    expect((await read(id)).areas).toMatchObject([
      { extentType: "tract", codes: ["24510151000", "24510151100"] },
    ]);
    expect((await found(id, "21215"))[0]?.area).toBe("ask_tract");
    expect(await found(id, "21204")).toEqual([]);
  });

  it("is kept by the agency's person as the agency's, and the provider's check stays the provider's", async () => {
    const id = await listing("Agency Edits");
    await db.owner.query("update service set assured_at = $2 where id = $1", [id, testClock.now()]);
    await admin((ctx) =>
      saveListingPlace(ctx, {
        id,
        version: 1,
        placeId: null,
        values: { ...second, areaTracts: "24005400100" },
      }),
    );
    await admin((ctx) =>
      saveListingSection(ctx, {
        id,
        version: 2,
        section: "openings",
        values: { capacityStatus: "open", available: "2" },
      }),
    );
    const row = await read(id);
    expect(row).toMatchObject({
      assuredAt: testClock.now(),
      assuredByUserId: null,
      capacitySource: "agency",
    });
    const { rows } = await manager((ctx) => listListingHistory(ctx, { id }));
    expect(new Set(rows.map((one) => one.changedBy))).toEqual(new Set(["agency"]));
  });
});
