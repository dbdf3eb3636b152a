import type { RecordTable } from "~/domain/reports/extract-columns";
import { maltreatmentWords } from "~/domain/reports/extract-words";
import type { Cells } from "../records/fill-batches";
import { readField, type NcandsField } from "./ncands-layout";

/** mmddyyyy as YYYY-MM-DD; blanks, zeros and nines say that there is none. What is no date stays one that is refused. */
function dateOf(line: string, field: NcandsField): string {
  const text = readField(line, field);
  if (/^(0*|9+)$/.test(text)) return "";
  return `${text.slice(4)}-${text.slice(0, 2)}-${text.slice(2, 4)}`;
}

/** A day and its hhmm as a wall time; empty without an hour (OUR READING: the width of the hour). */
function timeOf(line: string, day: NcandsField, hour: NcandsField): string {
  const [date, text] = [dateOf(line, day), readField(line, hour)];
  return date !== "" && /^([01]\d|2[0-3])[0-5]\d$/.test(text)
    ? `${date}T${text.slice(0, 2)}:${text.slice(2)}`
    : "";
}

const races = [
  ["CHRACAI", "american_indian"],
  ["CHRACAS", "asian"],
  ["CHRACBL", "black"],
  ["CHRACNH", "pacific_islander"],
  ["CHRACWH", "white"],
  ["CHRACUD", "unknown"],
] as const;

/** 1 yes, 2 no; 3 unable to determine, 9 unknown and blank are missing. */
const yesOf = (line: string, field: NcandsField): string =>
  ({ "1": "yes", "2": "no" })[readField(line, field)] ?? "";

const maltreatments = [
  ["CHMAL1", "MAL1LEV"],
  ["CHMAL2", "MAL2LEV"],
  ["CHMAL3", "MAL3LEV"],
  ["CHMAL4", "MAL4LEV"],
] as const;

const plain = (code: string): string => code.replace(/^0+(?=\d)/, "");

/**
 * What the agency decided about this child: the most certain level of its maltreatments, for a report may be substantiated
 * for a sister. A child of whom nothing is alleged (level 8 alone) is "other" (OUR READING); without any level, the report's.
 */
function dispositionOf(line: string): string {
  const levels = maltreatments.map(([, level]) => plain(readField(line, level))).filter(Boolean);
  if (levels.length === 0) return readField(line, "RPTDISP");
  const alleged = levels.filter((level) => level !== "8").sort((a, b) => Number(a) - Number(b));
  return alleged[0] ?? "other";
}

/** PERnREL, by the code list of the codebook. */
const relations: Readonly<Record<string, string>> = {
  "1": "parent",
  "2": "other_relative",
  "3": "relative_foster_parent",
  "4": "nonrelative_foster_parent",
  "5": "group_home_staff",
  "6": "daycare_provider",
  "7": "unmarried_partner_of_parent",
  "8": "legal_guardian",
  "9": "other_professional",
  "10": "friend_or_neighbor",
  "33": "foster_parent",
  "88": "other",
  "99": "unknown",
};
/** RPTSRC: what kind of person reported. Sealed as the reporter's name is. */
const sources: Readonly<Record<string, string>> = {
  ...{
    "1": "social services",
    "2": "medical",
    "3": "mental health",
    "4": "law enforcement",
    "5": "education",
  },
  ...{ "6": "child daycare", "7": "substitute care", "8": "alleged victim", "9": "parent" },
  ...{ "10": "other relative", "11": "friend or neighbor", "12": "alleged perpetrator", "13": "anonymous" },
  ...{ "88": "other", "99": "unknown" },
};

const distinct = (words: string[]): string => [...new Set(words.filter(Boolean))].join(";");

const childOf = (line: string): Cells => ({
  child_id: readField(line, "CHID"),
  dob: dateOf(line, "CHBDATE"),
  sex: readField(line, "CHSEX"),
  race_codes: distinct(races.map(([field, race]) => (readField(line, field) === "1" ? race : ""))),
  hispanic: yesOf(line, "CHETHN"),
  afcars_id: readField(line, "AFCARSID"),
});

const reportOf = (line: string): Cells => ({
  report_id: readField(line, "RPTID"),
  child_id: readField(line, "CHID"),
  report_date: dateOf(line, "RPTDT"),
  incident_date: dateOf(line, "INCIDDT"),
  // Only reports that were investigated or assessed are submitted.
  screen_decision: "screened_in",
  received_at: timeOf(line, "RPTDT", "RPTTM"),
  // OUR READING: the investigation starts with the first contact.
  first_contact_at: timeOf(line, "INVDATE", "INVSTRTM"),
  disposition: dispositionOf(line),
  disposition_date: dateOf(line, "RPTDISDT"),
  maltreatment_types: distinct(
    maltreatments.map(([type]) => {
      const code = readField(line, type);
      return maltreatmentWords.get(code) ?? code;
    }),
  ),
  perp_relation: distinct(
    (["PER1REL", "PER2REL", "PER3REL"] as const).map(
      (field) => relations[plain(readField(line, field))] ?? "",
    ),
  ),
  fatality: yesOf(line, "MALDEATH"),
  reporter: sources[plain(readField(line, "RPTSRC"))] ?? "",
});

/** One record of an NCANDS Child File as a row of children and one of reports, in the contract's columns. */
export const translateNcandsLine = (line: string): { children: Cells; reports: Cells } => ({
  children: childOf(line),
  reports: reportOf(line),
});

const ownNames: Partial<Record<RecordTable, Readonly<Record<string, string>>>> = {
  children: {
    ...{ child_id: "CHID", dob: "CHBDATE", sex: "CHSEX", hispanic: "CHETHN", afcars_id: "AFCARSID" },
  },
  reports: {
    ...{ report_id: "RPTID", child_id: "CHID", report_date: "RPTDT", incident_date: "INCIDDT" },
    ...{ disposition: "RPTDISP", disposition_date: "RPTDISDT", maltreatment_types: "CHMAL1" },
    ...{ received_at: "RPTTM", first_contact_at: "INVSTRTM" },
  },
};

/** The codebook's name of a column of the contract. */
export const ncandsFieldOf = (table: RecordTable, column: string): string =>
  ownNames[table]?.[column] ?? column;
