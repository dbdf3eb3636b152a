import { groupRows } from "./group-rows";

/** Children of a year by county, race and band; empty words are null. */
export type PopulationRow = {
  year: number;
  county: string | null;
  race: string | null;
  band: string | null;
  count: number;
};

const MONTHS = 12;
const CHILDHOOD: Months = [0, 18 * MONTHS];
type Months = [from: number, before: number];

/** A band as months of age: "0-17" is 0 to 216, "4m-11m" is 4 to 12, "17" is the year of 17. */
function monthsOf(band: string): Months | null {
  const found = /^(\d+)(m?)(?:-(\d+)m?)?$/.exec(band);
  if (!found) return null;
  const unit = found[2] === "m" ? 1 : MONTHS;
  const first = Number(found[1]);
  return [first * unit, (Number(found[3] ?? first) + 1) * unit];
}

/** The sum of the widest bands that lie in the span and fill it without gap or overlap; null when none do. */
function fill(rows: PopulationRow[], span: Months): number | null {
  const inside = rows
    .flatMap((row) => {
      const months = row.band === null ? null : monthsOf(row.band);
      return months && months[0] >= span[0] && months[1] <= span[1] ? [{ months, count: row.count }] : [];
    })
    .sort((a, b) => a.months[0] - b.months[0] || b.months[1] - a.months[1]);
  let [at, sum] = [span[0], 0];
  for (const { months, count } of inside) {
    if (months[0] !== at) continue;
    at = months[1];
    sum += count;
  }
  return at === span[1] ? sum : null;
}

/** The year whose 1 July lies in the period, the last one; else that of its last day. */
export function populationYear([from, to]: [string, string]): number {
  const year = Number(to.slice(0, 4));
  const before = `${year - 1}-07-01`;
  return to.slice(5) < "07-01" && from <= before ? year - 1 : year;
}

/**
 * Children under 18 of a year, or those of one race or age band; null where the file cannot say. A row without a race is of
 * all races.
 */
export function countPopulation(
  rows: readonly PopulationRow[],
  year: number,
  stratum: Record<string, string> | null,
): number | null {
  const ofYear = rows.filter((row) => row.year === year);
  const race = stratum?.["race"];
  const span = stratum?.["age"] === undefined ? CHILDHOOD : monthsOf(stratum["age"]);
  if (span === null || ofYear.length === 0) return null;
  if (stratum !== null && race === undefined && stratum["age"] === undefined) return null;
  const counties = groupRows(ofYear, (row) => row.county);
  let sum = 0;
  let isKnown = false;
  for (const county of counties.values()) {
    const whole = county.filter((row) => row.race === null);
    const asked =
      race === undefined ? (whole.length > 0 ? whole : county) : county.filter((row) => row.race === race);
    for (const ofRace of groupRows(asked, (row) => row.race).values()) {
      const filled = fill(ofRace, span);
      if (filled === null) return null;
      [sum, isKnown] = [sum + filled, true];
    }
  }
  return isKnown ? sum : null;
}
