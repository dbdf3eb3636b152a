import { describe, expect, it } from "vitest";
import { columnsOf, extractTables, measuredColumns, recordTables } from "./extract-columns";
import { extractFiles, unkeptColumns } from "./extract-files";

const names = (columns: { name: string }[]) => columns.map(({ name }) => name).join(",");

describe("the extract files", () => {
  it("have the columns of contracts.md, in its order", () => {
    expect(recordTables).toEqual(["children", "reports", "removals"]);
    expect(names(columnsOf("children"))).toBe(
      "child_id,dob,sex,race_codes,hispanic,tribe,zip_or_tract,family_id,first_name,middle_name,last_name,suffix,aliases",
    );
    expect([...unkeptColumns].join()).toBe("street_number,street,unit,city,postcode,state,phone,email");
    expect(names(columnsOf("reports"))).toBe(
      "report_id,child_id,report_date,incident_date,screen_decision,response_type,received_at,first_contact_at,disposition,disposition_date,maltreatment_types,perp_relation,fatality,reporter,narrative",
    );
    expect(names(columnsOf("removals"))).toBe(
      "removal_id,child_id,entry_date,exit_date,exit_reason,county,entry_transaction_date,exit_transaction_date",
    );
  });

  it("are written and loaded for measures with these columns, and blocked without the needed ones", () => {
    expect(Object.fromEntries(extractTables.map((table) => [table, names(measuredColumns(table))]))).toEqual({
      children: "child_id,dob,sex,race_codes,hispanic",
      reports: "report_id,child_id,report_date,incident_date,screen_decision,disposition,fatality",
      removals: "removal_id,child_id,entry_date,exit_date",
      referrals:
        "referral_id,family_id,child_id,sent,status,first_contact,enrolled,closed,close_reason,exit,exit_reason,language,area",
      sessions: "referral_id,date,attended",
      index: "child_id,index_date,left_jurisdiction,death_date,person_id,origin_report_id,language,area",
    });
    const needed = (table: (typeof extractTables)[number]) =>
      names(columnsOf(table).filter((column) => column.needed));
    expect(extractTables.map(needed)).toEqual([
      "child_id",
      "report_id,child_id,report_date",
      "child_id,entry_date",
      "referral_id,sent",
      "referral_id",
      "child_id,index_date",
    ]);
  });

  it("never hand what is sealed to a measure, and know each row by columns that must be there", () => {
    for (const table of extractTables)
      expect(measuredColumns(table).filter(({ kind }) => kind === "sealed")).toEqual([]);
    for (const table of recordTables)
      for (const name of extractFiles[table].rowKey)
        expect(columnsOf(table).find((column) => column.name === name)?.key).toBe(true);
  });
});
