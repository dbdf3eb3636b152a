import * as words from "./extract-words";
import type { WordList } from "./extract-words";

export type ColumnKind =
  | "id"
  | "date"
  | "time"
  | "yes"
  | "text"
  | "sealed"
  | { word: WordList }
  | { words: WordList };

type Described = {
  kind: ColumnKind;
  /** The import takes neither a file nor a row without it. */
  key?: true;
  /** An agency may leave it out without a warning. */
  optional?: true;
  /** Measures read it; where it is "needed" a file without it blocks every measure that reads the file. */
  measured?: true | "needed";
};
type File = {
  from: "agency" | "portal";
  rowKey?: readonly string[];
  columns: Readonly<Record<string, Described>>;
};

/**
 * The files of contracts.md section 1, column by column and in their order: what the import reads and keeps, what the
 * portal writes for its measures, what the engine loads. `rowKey`: the columns by which the agency knows a row.
 */
export const extractFiles = {
  children: {
    from: "agency",
    rowKey: ["child_id"],
    columns: {
      child_id: { kind: "id", key: true, measured: "needed" },
      dob: { kind: "date", measured: true },
      sex: { kind: { word: words.sexWords }, measured: true },
      race_codes: { kind: { words: words.raceWords }, measured: true },
      hispanic: { kind: "yes", measured: true },
      tribe: { kind: "text" },
      zip_or_tract: { kind: "text" },
      family_id: { kind: "text" },
      first_name: { kind: "text", optional: true },
      middle_name: { kind: "text", optional: true },
      last_name: { kind: "text", optional: true },
      suffix: { kind: "text", optional: true },
      aliases: { kind: "text", optional: true },
    },
  },
  reports: {
    from: "agency",
    rowKey: ["report_id", "child_id"],
    columns: {
      report_id: { kind: "id", key: true, measured: "needed" },
      child_id: { kind: "id", key: true, measured: "needed" },
      report_date: { kind: "date", key: true, measured: "needed" },
      incident_date: { kind: "date", measured: true },
      screen_decision: { kind: { word: words.screenWords }, measured: true },
      response_type: { kind: { word: words.responseWords } },
      received_at: { kind: "time" },
      first_contact_at: { kind: "time" },
      disposition: { kind: { word: words.dispositionWords }, measured: true },
      disposition_date: { kind: "date" },
      maltreatment_types: { kind: { words: words.maltreatmentWords } },
      perp_relation: { kind: "text" },
      fatality: { kind: "yes", measured: true },
      reporter: { kind: "sealed", optional: true },
      narrative: { kind: "sealed", optional: true },
    },
  },
  removals: {
    from: "agency",
    rowKey: ["removal_id"],
    columns: {
      removal_id: { kind: "id", key: true, measured: true },
      child_id: { kind: "id", key: true, measured: "needed" },
      entry_date: { kind: "date", key: true, measured: "needed" },
      exit_date: { kind: "date", measured: true },
      exit_reason: { kind: { word: words.exitReasonWords } },
      county: { kind: "text" },
      entry_transaction_date: { kind: "date" },
      exit_transaction_date: { kind: "date" },
    },
  },
  // The portal's own files say more than the contract: the family's language and area, and whose index a row is.
  referrals: {
    from: "portal",
    columns: {
      referral_id: { kind: "id", measured: "needed" },
      family_id: { kind: "id", measured: true },
      child_id: { kind: "id", measured: true },
      sent: { kind: "date", measured: "needed" },
      status: { kind: "text", measured: true },
      first_contact: { kind: "date", measured: true },
      enrolled: { kind: "date", measured: true },
      closed: { kind: "date", measured: true },
      close_reason: { kind: "text", measured: true },
      exit: { kind: "date", measured: true },
      exit_reason: { kind: "text", measured: true },
      language: { kind: "text", measured: true },
      area: { kind: "text", measured: true },
    },
  },
  sessions: {
    from: "portal",
    columns: {
      referral_id: { kind: "id", measured: "needed" },
      date: { kind: "date", measured: true },
      attended: { kind: "yes", measured: true },
    },
  },
  index: {
    from: "portal",
    columns: {
      child_id: { kind: "id", measured: "needed" },
      index_date: { kind: "date", measured: "needed" },
      left_jurisdiction: { kind: "date", measured: true },
      death_date: { kind: "date", measured: true },
      person_id: { kind: "id", measured: true },
      origin_report_id: { kind: "id", measured: true },
      language: { kind: "text", measured: true },
      area: { kind: "text", measured: true },
    },
  },
} as const satisfies Record<string, File>;

/** Columns of the contract that the import knows and does not keep: no warning for them. */
export const unkeptColumns: ReadonlySet<string> = new Set([
  ...["street_number", "street", "unit", "city", "postcode", "state", "phone", "email"],
]);
