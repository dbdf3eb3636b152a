import type { RecordTable } from "~/domain/reports/agency-record";
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

/** One column of an extract: its header, the field it becomes, what it may hold; a key column must be in the file. */
export type ExtractColumn = {
  name: string;
  field: string;
  kind: ColumnKind;
  key?: boolean;
  optional?: boolean;
};

const column = (name: string, kind: ColumnKind, more: Partial<ExtractColumn> = {}): ExtractColumn => ({
  name,
  field: name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
  kind,
  ...more,
});
const key = { key: true };
const optional = { optional: true };

export const extractColumns: Record<RecordTable, ExtractColumn[]> = {
  children: [
    column("child_id", "id", key),
    column("dob", "date"),
    column("sex", { word: words.sexWords }),
    column("race_codes", { words: words.raceWords }),
    column("hispanic", "yes"),
    column("tribe", "text"),
    column("zip_or_tract", "text"),
    column("family_id", "text"),
    ...["first_name", "middle_name", "last_name", "suffix", "aliases"].map((name) =>
      column(name, "text", optional),
    ),
  ],
  reports: [
    column("report_id", "id", key),
    column("child_id", "id", key),
    column("report_date", "date", key),
    column("incident_date", "date"),
    column("screen_decision", { word: words.screenWords }),
    column("response_type", { word: words.responseWords }),
    column("received_at", "time"),
    column("first_contact_at", "time"),
    column("disposition", { word: words.dispositionWords }),
    column("disposition_date", "date"),
    column("maltreatment_types", { words: words.maltreatmentWords }),
    column("perp_relation", "text"),
    column("fatality", "yes"),
    column("reporter", "sealed", optional),
    column("narrative", "sealed", optional),
  ],
  removals: [
    column("removal_id", "id", key),
    column("child_id", "id", key),
    column("entry_date", "date", key),
    column("exit_date", "date"),
    column("exit_reason", { word: words.exitReasonWords }),
    column("county", "text"),
    column("entry_transaction_date", "date"),
    column("exit_transaction_date", "date"),
  ],
};

/** Columns of the contract that this import knows and does not keep: no warning for them. */
export const unkeptColumns: ReadonlySet<string> = new Set([
  ...["street_number", "street", "unit", "city", "postcode", "state", "phone", "email"],
]);
