import { describe, expect, it } from "vitest";
import { makePlace, staffActor } from "../../tests/setup/auth-people";
import { testDatabase } from "../../tests/setup/database";
import { systemClock } from "~/domain/kernel/clock";
import { listMeasureResults } from "~/domain/measures/index.server";
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
    await computeMeasures(place.jurisdictionId, systemClock);
    const actor = staffActor("program_manager", place);
    const run = await db.inTransaction({ jurisdictionId: place.jurisdictionId }, (tx) =>
      listMeasureResults({ actor, tx, clock: systemClock }),
    );
    if (process.env["SHOW"])
      for (const r of run?.results ?? [])
        console.log(
          r.measure,
          r.part,
          JSON.stringify(r.stratum),
          r.period.join(),
          r.maturity.state,
          r.numerator,
          r.denominator,
          r.value?.toFixed(1),
          r.suppressed,
          JSON.stringify(r.chain),
        );
    if (process.env["SHOW"]) console.log(JSON.stringify(run?.flows, null, 1), once);
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
