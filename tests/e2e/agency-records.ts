import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The agency's own records, as a county would hand them over; invented children. */
export function recordsFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "upstream-records-"));
  writeFileSync(
    path.join(folder, "children.csv"),
    "child_id,dob,sex,race_codes,hispanic,zip_or_tract,family_id,first_name,last_name\nj1,2022-03-04,female,white,true,21215,f1,Inventa,Journeyson\nj2,not-a-date,male,black,false,21216,f2,Made,Upton\n",
  );
  writeFileSync(
    path.join(folder, "reports.csv"),
    "report_id,child_id,report_date,screen_decision,disposition,maltreatment_types\nr1,j1,2026-06-01,screened_out,,none\n",
  );
  writeFileSync(path.join(folder, "removals.csv"), "removal_id,child_id,entry_date,exit_date,exit_reason\n");
  return folder;
}
