import { describe, expect, it } from "vitest";
import { makePlace, staffActor } from "../../tests/setup/auth-people";
import { testDatabase } from "../../tests/setup/database";
import { systemClock } from "~/domain/kernel/clock";
import { listMeasureResults } from "~/domain/measures/index.server";
import { recordTables } from "~/domain/reports/extract-columns";
import { computeMeasures } from "~/worker/compute-measures.server";
import { seedAgencyRecords } from "./agency-records";

const db = await testDatabase();
const place = await makePlace(db, "harbor");

describe("four invented years", () => {
  it("come back as numbers that can be shown, too early, and hidden", async () => {
    await seedAgencyRecords(place.jurisdictionId);
    const counts = async (): Promise<unknown> =>
      (
        await db.owner.query(
          "select (select count(*) from service_referral) as r, (select count(*) from agency_child) as c, (select count(*) from person_link) as l",
        )
      ).rows;
    const once = await counts();
    await seedAgencyRecords(place.jurisdictionId);
    expect(await counts()).toEqual(once);
    const extracts = await db.owner.query(
      `select number, as_of::text, jsonb_array_length(jumps) as jumps, counts, checks from agency_extract order by number`,
    );
    expect(extracts.rows).toMatchObject([
      { number: 1, as_of: "2026-05-15", jumps: 0 },
      { number: 2, as_of: "2026-08-15", jumps: 0 },
      { number: 3, as_of: "2026-11-15", jumps: 0 },
    ]);
    for (const { counts: files, checks } of extracts.rows as {
      counts: Record<string, { given: number; refused: number }>;
      checks: { id: string; status: string }[];
    }[]) {
      expect(Object.keys(files).sort()).toEqual([...recordTables].sort());
      expect(Object.values(files).every(({ given, refused }) => given > 0 && refused === 0)).toBe(true);
      expect(checks.filter(({ status }) => status === "block")).toEqual([]);
    }
    await computeMeasures(place.jurisdictionId, systemClock);
    const actor = staffActor("program_manager", place);
    const run = await db.inTransaction({ jurisdictionId: place.jurisdictionId }, (tx) =>
      listMeasureResults({ actor, tx, clock: systemClock }),
    );
    const removals = run?.results.filter((r) => r.measure === "OUT-REM-12") ?? [];
    expect(removals[0]).toMatchObject({ maturity: { state: "mature" }, suppressed: null });
    expect(removals[0]?.denominator).toBeGreaterThan(300);
    expect(removals.at(-1)).toMatchObject({ maturity: { state: "unavailable" }, value: null });
    const byArea =
      run?.results.filter(
        (r) => r.measure === "REF-ENR60" && r.part === "families" && r.stratum?.["area"] !== undefined,
      ) ?? [];
    expect(byArea.filter((r) => r.suppressed !== null).length).toBeGreaterThanOrEqual(2);
    const steps = run?.flows[0]?.steps.map((step) => step.families ?? -1) ?? [];
    expect(steps).toHaveLength(5);
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
  });
});
