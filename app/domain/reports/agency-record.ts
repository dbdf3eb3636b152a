/** Rows of the agency's extract after reading: words of contracts.md section 1, dates as YYYY-MM-DD, null for missing. */
export type ChildRecord = {
  childId: string;
  dob: string | null;
  sex: string | null;
  raceCodes: string[];
  hispanic: boolean | null;
  tribe: string | null;
  zipOrTract: string | null;
  familyId: string | null;
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
  suffix: string | null;
  aliases: string | null;
};

export type ReportRecord = {
  reportId: string;
  childId: string;
  reportDate: string;
  incidentDate: string | null;
  screenDecision: string | null;
  responseType: string | null;
  /** As written: with an offset, or a wall time in the agency's zone. */
  receivedAt: string | null;
  firstContactAt: string | null;
  disposition: string | null;
  dispositionDate: string | null;
  maltreatmentTypes: string[];
  perpRelation: string | null;
  fatality: boolean | null;
  /** Sealed: these two go to protected.report_secret and nowhere else. */
  reporter: string | null;
  narrative: string | null;
};

export type RemovalRecord = {
  removalId: string;
  childId: string;
  entryDate: string;
  exitDate: string | null;
  exitReason: string | null;
  county: string | null;
  entryTransactionDate: string | null;
  exitTransactionDate: string | null;
};

export type RecordBatch =
  | { table: "children"; rows: ChildRecord[] }
  | { table: "reports"; rows: ReportRecord[] }
  | { table: "removals"; rows: RemovalRecord[] };
export type RecordTable = RecordBatch["table"];

export const recordTables: readonly RecordTable[] = ["children", "reports", "removals"];

/** Rows by table: contracts.md section 2. */
export type ImportCounts = Record<RecordTable, { imported: number; updated: number; unchanged: number }>;
