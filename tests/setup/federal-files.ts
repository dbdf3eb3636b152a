import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Fixtures of federal files, with invented people. Positions and names: design/formats, not the reader's own tables. */

/** A line of an NCANDS Child File from fields given by their first character. */
export function ncandsLine(length: number, fields: Readonly<Record<number, string>>): string {
  const signs = Array.from({ length }, () => " ");
  for (const [from, text] of Object.entries(fields))
    for (const [at, sign] of [...text].entries()) signs[Number(from) - 1 + at] = sign;
  return signs.join("");
}

/** A record with what most records have; `more` by first character. */
export const ncandsRecord = (
  report: string,
  child: string,
  more: Readonly<Record<number, string>> = {},
  length = 312,
): string =>
  ncandsLine(length, {
    ...{ 1: "2025MD", 7: report, 19: child, 31: "510", 34: "03152025", 42: "03162025", 50: "02", 52: "01" },
    ...{ 54: "04302025", 63: "07", 65: "04052018", 73: "2", 74: "2212229", 80: "2", 88: "1", 89: "01" },
    ...{ 100: "2", 173: "WORKER000001", 197: "PERPETRATOR1", 209: "01" },
    ...more,
  });

export type AfcarsHome = { date: string; family?: Readonly<Record<string, string>>; other?: string };
export type AfcarsRemoval = {
  entry: string;
  exit?: string;
  reason?: string;
  homes?: readonly AfcarsHome[];
  visits?: readonly (readonly [string, string])[];
};

const homeOf = ({ date, family, other = "" }: AfcarsHome): string => `
<living_arrangement><E112_date_living_arrangement>${date}</E112_date_living_arrangement>
<E113_foster_family_home>${family ? 1 : 0}</E113_foster_family_home><E114_E146_foster_family_home_type>
${Object.entries(family ?? {})
  .map(([name, value]) => `<${name}>${value}</${name}>`)
  .join("")}
</E114_E146_foster_family_home_type><E120_other_living_arrangement_type>${other}</E120_other_living_arrangement_type>
</living_arrangement>`;

const removalOf = ({ entry, exit = "", reason = "9", homes = [], visits = [] }: AfcarsRemoval): string => `
<removal_2020><E69_removal_date>${entry}</E69_removal_date><E70_removal_transaction_date>${entry}</E70_removal_transaction_date>
<E3_local_agency>24510</E3_local_agency>
<E112_E146_living_arrangements>${homes.map(homeOf).join("")}</E112_E146_living_arrangements>
<E151_E152_case_worker_visits>${visits
  .map(
    ([day, where]) =>
      `<case_worker_visit><E151_case_worker_visit_date>${day}</E151_case_worker_visit_date><E152_case_worker_visit_location>${where}</E152_case_worker_visit_location></case_worker_visit>`,
  )
  .join("")}</E151_E152_case_worker_visits>
<E153_exit_date>${exit}</E153_exit_date><E155_exit_reason>${reason}</E155_exit_reason></removal_2020>`;

export const afcarsRecord = (
  child: string,
  removals: readonly AfcarsRemoval[],
  more = "<E5_date_of_birth>20180405</E5_date_of_birth><E6_sex>2</E6_sex>",
): string => `
<record><E4_child_record_number>${child}</E4_child_record_number>${more}
<E7_E12_tribal_information/><E15_child_race_black>1</E15_child_race_black><E17_child_race_white>0</E17_child_race_white>
<E21_child_hispanic_latino>0</E21_child_hispanic_latino><E56_total_siblings>3</E56_total_siblings>
<E57_E58_siblings_in_foster_care><E57_siblings_in_foster_care>2</E57_siblings_in_foster_care>
<E58_siblings_in_living_arrangement>1</E58_siblings_in_living_arrangement></E57_E58_siblings_in_foster_care>
<E69_E186_removals>${removals.map(removalOf).join("")}</E69_E186_removals></record>`;

export const afcarsFile = (records: readonly string[], before = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${before}<acf:data xmlns:acf="http://www.acf.hhs.gov">
<E1_title_iv_agency>24</E1_title_iv_agency><E2_report_date>202509</E2_report_date><records>${records.join("")}</records></acf:data>\n`;

/** A file of that content in a folder of its own. */
export async function federalFile(name: string, content: string | Buffer): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "upstream-federal-")), name);
  await writeFile(file, content);
  return file;
}
