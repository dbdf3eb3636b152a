import type { RecordTable } from "~/domain/reports/extract-columns";
import type { Cells } from "../records/fill-batches";
import {
  afcarsDate,
  afcarsYes,
  elementsIn,
  elementText,
  exitReason,
  raceCodes,
  settingOf,
} from "./afcars-codes";
import type { XmlNode } from "./read-xml-records";

export type AfcarsRow = { table: RecordTable; cells: Cells; line: number };

const dateAt = (node: XmlNode, number: number): string => afcarsDate(elementText(node, number));

function childOf(record: XmlNode): Cells {
  const tribes = record.children.find(({ name }) => name === "E7_E12_tribal_information");
  const siblings = record.children.find(({ name }) => name === "E57_E58_siblings_in_foster_care");
  return {
    child_id: elementText(record, 4),
    dob: dateAt(record, 5),
    sex: elementText(record, 6),
    race_codes: raceCodes(record),
    hispanic: afcarsYes(elementText(record, 21)),
    tribe: elementsIn(tribes, "E9_recognized_tribes", /^E9_recognized_tribe$/)
      .map(({ text }) => text.trim())
      .filter(Boolean)
      .join(";"),
    afcars_id: elementText(record, 4),
    siblings_in_care: elementText(siblings, 57),
    siblings_in_same_home: elementText(siblings, 58),
  };
}

function placementOf(removalId: string, arrangement: XmlNode): AfcarsRow {
  const home = arrangement.children.find(({ name }) => name === "E114_E146_foster_family_home_type");
  const cells = {
    removal_id: removalId,
    start_date: dateAt(arrangement, 112),
    setting: settingOf(arrangement, home),
    relative_flag: afcarsYes(elementText(home, 117)),
    kin_flag: afcarsYes(elementText(home, 119)),
  };
  return { table: "placements", cells, line: arrangement.line };
}

/** The day alone is known: the visit stands in its first minute. */
function visitOf(childId: string, visit: XmlNode): AfcarsRow {
  const day = dateAt(visit, 151);
  const where = elementText(visit, 152);
  const cells = {
    child_id: childId,
    contact_at: day === "" ? "" : `${day}T00:00`,
    ...{ kind: "visit", method: "in_person", status: "completed" },
    in_residence: ({ "1": "yes", "2": "no" } as Record<string, string>)[where] ?? "",
  };
  return { table: "contacts", cells, line: visit.line };
}

function* removalRows(childId: string, removal: XmlNode): Generator<AfcarsRow> {
  const entry = dateAt(removal, 69);
  // The file has no id of a removal; a child is removed once a day.
  const removalId = entry === "" ? "" : `${childId}-${entry}`;
  const cells = {
    removal_id: removalId,
    child_id: childId,
    entry_date: entry,
    exit_date: dateAt(removal, 153),
    exit_reason: exitReason(elementText(removal, 155)),
    county: elementText(removal, 3),
    entry_transaction_date: dateAt(removal, 70),
    exit_transaction_date: dateAt(removal, 154),
  };
  yield { table: "removals", cells, line: removal.line };
  for (const one of elementsIn(removal, "E112_E146_living_arrangements", /^living_arrangement$/))
    yield placementOf(removalId, one);
  for (const one of elementsIn(removal, "E151_E152_case_worker_visits", /^case_worker_visit$/))
    yield visitOf(childId, one);
}

/**
 * One child's record of an AFCARS 2020 out-of-home file as rows of the contract. Codes of removals before October 2022
 * (removal_1993) are taken for those of E155: OUR READING.
 */
export function* translateAfcarsRecord(record: XmlNode): Generator<AfcarsRow> {
  yield { table: "children", cells: childOf(record), line: record.line };
  const childId = elementText(record, 4);
  for (const removal of elementsIn(record, "E69_E186_removals", /^removal_(2020|1993)$/))
    yield* removalRows(childId, removal);
}

const ownNames: Partial<Record<RecordTable, Readonly<Record<string, string>>>> = {
  children: {
    ...{ child_id: "E4", dob: "E5", sex: "E6", race_codes: "E13", hispanic: "E21", tribe: "E9" },
    ...{ siblings_in_care: "E57", siblings_in_same_home: "E58" },
  },
  removals: {
    ...{ removal_id: "E69", child_id: "E4", entry_date: "E69", exit_date: "E153", exit_reason: "E155" },
    ...{ county: "E3", entry_transaction_date: "E70", exit_transaction_date: "E154" },
  },
  placements: { removal_id: "E69", start_date: "E112", setting: "E120" },
  contacts: { child_id: "E4", contact_at: "E151", in_residence: "E152" },
};

/** The element of a column of the contract. */
export const afcarsElementOf = (table: RecordTable, column: string): string =>
  ownNames[table]?.[column] ?? column;
