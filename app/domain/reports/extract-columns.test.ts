import { describe, expect, it } from "vitest";
import { columnsOf, extractTables, measuredColumns, recordTables, storageOf } from "./extract-columns";

/** contracts.md section 1, word for word; columns that are ours stand behind. */
const contract = {
  children:
    "child_id,dob,sex,race_codes,hispanic,tribe,zip_or_tract,family_id,first_name,middle_name,last_name,suffix,aliases,street_number,street,unit,city,postcode,state,phone,email",
  reports:
    "report_id,child_id,report_date,incident_date,screen_decision,response_type,received_at,first_contact_at,disposition,disposition_date,maltreatment_types,perp_relation,fatality,reporter,narrative",
  removals:
    "removal_id,child_id,entry_date,exit_date,exit_reason,county,entry_transaction_date,exit_transaction_date",
  placements: "removal_id,start_date,setting,home_id,relative_flag,kin_flag,county",
  siblings: "child_id,sibling_child_id,relation",
  population: "year,county,age_band,race,count",
  services: "child_id,plan_date,candidacy_type,practice_id,start_date,end_date,cost,provider_id",
  contacts: "child_id,contact_at,kind,method,status,in_residence",
  cases: "child_id,start_date,end_date,in_home",
  referrals:
    "referral_id,family_id,child_id,sent,status,first_attempt,first_contact,enrolled,closed,close_reason,exit,exit_reason,expected_first_90",
  sessions: "referral_id,date,attended",
  index: "child_id,index_date,left_jurisdiction,death_date",
};
const ours = {
  children: "afcars_id,siblings_in_care,siblings_in_same_home",
  referrals: "language,area",
  index: "person_id,origin_report_id,language,area",
};

const names = (columns: { name: string }[]) => columns.map(({ name }) => name).join(",");

describe("the extract files", () => {
  it("have the columns of contracts.md, in its order, and a few of our own", () => {
    const said = (isOurs: boolean) =>
      Object.fromEntries(
        extractTables
          .map((table) => [table, names(columnsOf(table).filter((column) => column.ours === isOurs))])
          .filter(([, columns]) => columns !== ""),
      );
    expect(said(false)).toEqual(contract);
    expect(said(true)).toEqual(ours);
  });

  it("keep who somebody is, where they live and what is sealed out of every measure", () => {
    const hidden = extractTables.flatMap((table) =>
      columnsOf(table).flatMap((column) => (column.measured ? [] : [`${table}.${column.name}`])),
    );
    const names = contract.children.slice(contract.children.indexOf("first_name")).split(",");
    expect(hidden).toEqual([
      "children.family_id",
      ...names.map((name) => `children.${name}`),
      "reports.reporter",
      "reports.narrative",
    ]);
    for (const table of extractTables)
      for (const { linkage, optional, kind } of measuredColumns(table))
        expect([linkage, kind === "sealed", optional && kind === "text"]).toEqual([false, false, false]);
  });

  it("block a measure where a needed column is not there", () => {
    expect(
      Object.fromEntries(
        extractTables.map((table) => [table, names(columnsOf(table).filter(({ needed }) => needed))]),
      ),
    ).toEqual({
      children: "child_id",
      reports: "report_id,child_id,report_date",
      removals: "child_id,entry_date",
      placements: "removal_id,start_date",
      siblings: "child_id,sibling_child_id",
      population: "year,count",
      services: "child_id",
      contacts: "child_id,contact_at",
      cases: "child_id,start_date",
      referrals: "referral_id,sent",
      sessions: "referral_id",
      index: "child_id,index_date",
    });
  });

  it("know each row by columns that they have", () => {
    for (const table of recordTables) {
      const { rowKey, wholeBy } = storageOf(table);
      const known = columnsOf(table).map(({ name }) => name);
      expect(rowKey.length).toBeGreaterThan(0);
      expect(known).toEqual(expect.arrayContaining([...rowKey, ...(wholeBy === null ? [] : [wholeBy])]));
    }
  });
});
