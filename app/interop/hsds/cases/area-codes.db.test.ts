import { describe, expect, it } from "vitest";
import { caseDesk, caseFolder, folderOf, told } from "../../../../tests/setup/case-desk";
import { testDatabase } from "../../../../tests/setup/database";
import { placeOfZip } from "~/domain/directory/places/places";

const db = await testDatabase();
const areas =
  "select codes, extent, extent_type from service_area where jurisdiction_id = $1 order by source_id";

describe("the area that a listing serves", () => {
  it.each([
    ["area-zip", ["21215", "21216"], "zip"],
    ["area-county", ["24005", "24025"], "county"],
  ])("is kept, given back and taken again: %s", async (name, codes, type) => {
    const desk = await caseDesk(db, name);
    const report = await desk.take(caseFolder(`area-codes-lost/${name}`));
    expect([report.rejected, told(report.warnings)]).toEqual([[], []]);
    expect(await desk.rows(areas)).toEqual([{ codes, extent: null, extent_type: type }]);
    const out = await desk.give();
    expect(out.table("service_areas")).toMatchObject([{ extent: codes.join(","), extent_type: type }]);
    const again = await desk.take(out.file, "own");
    expect([again.updated["service_area"], again.imported["service_area"]]).toEqual([0, 0]);
    const other = await caseDesk(db, `${name}-2`);
    await other.take(out.file, "own");
    expect(await other.rows(areas)).toMatchObject([{ codes, extent_type: type }]);
  });

  it("leaves a listing out of a search from elsewhere", async () => {
    const desk = await caseDesk(db, "area-search");
    await desk.take(caseFolder("area-codes-lost/area-zip"));
    const from = async (zip: string) => (await desk.find({ place: placeOfZip(zip) })).results.length;
    expect([await from("21215"), await from("21207")]).toEqual([1, 0]);
  });

  it("is found by a county's name, and the words leave as they came", async () => {
    const desk = await caseDesk(db, "area-name");
    await desk.take(caseFolder("area-codes-lost/area-name-county"));
    expect(await desk.rows(areas)).toEqual([
      { codes: ["24005"], extent: "Baltimore County, MD", extent_type: "county" },
      { codes: ["24005"], extent: null, extent_type: "county" },
    ]);
    const out = await desk.give();
    expect(
      out
        .table("service_areas")
        .map((row) => row["extent"])
        .toSorted(),
    ).toEqual(["24005", "Baltimore County, MD"]);
    const again = await desk.take(out.file, "own");
    expect(again.updated["service_area"]).toBe(0);
  });

  it("reads ZIP+4, ZIPs without their zero, full FIPS codes and drawn areas", async () => {
    const desk = await caseDesk(db, "area-forms");
    const square = JSON.stringify({
      type: "Polygon",
      coordinates: [
        [
          [-76.69, 39.33],
          [-76.67, 39.33],
          [-76.67, 39.36],
          [-76.69, 39.36],
          [-76.69, 39.33],
        ],
      ],
    });
    const report = await desk.take(
      await folderOf({
        "organizations.csv": "id,name,description\no1,Quayside Family Trust,Helps\n",
        "services.csv": "id,organization_id,name,status\ns1,o1,Gadwall,active\n",
        "service_areas.csv": `id,service_id,extent,extent_type\nr1,s1,"21215-1234; 7307",zip\nr2,s1,0500000US24005,county\nr3,s1,1400000US24510151000,tract\nr4,s1,"${square.replaceAll('"', '""')}",geojson\nr5,s1,"21215, downtown",zip\n`,
      }),
    );
    const rows = await desk.rows<{ codes: string[] }>(areas);
    expect(rows.slice(0, 3).map((row) => row.codes)).toEqual([
      ["21215", "07307"],
      ["24005"],
      ["24510151000"],
    ]);
    expect(rows[3]?.codes).toContain("21215");
    expect(rows[4]).toMatchObject({ codes: ["21215"], extent: "21215, downtown" });
    expect(told(report.warnings)).toEqual(["service_areas.csv 6 extent bad_code"]);
  });
});
