import type { FileDescription } from "./extract-description";
import * as words from "./extract-words";

/** What the agency itself did for a child: the last three files that it hands over. */
export const caseworkFiles = {
  services: {
    row: "a prevention service that a child's plan names",
    from: "agency",
    table: "prevention_service_span",
    rowKey: ["child_id", "plan_date", "practice_id", "start_date", "provider_id"],
    columns: {
      child_id: { kind: "id", key: true, measured: "needed" },
      plan_date: { kind: "date", measured: true },
      candidacy_type: { kind: { word: words.candidacyWords }, measured: true },
      practice_id: { kind: "id", measured: true },
      start_date: { kind: "date", measured: true },
      end_date: { kind: "date", measured: true },
      cost: { kind: "money", measured: true },
      provider_id: { kind: "id", measured: true },
    },
  },
  contacts: {
    row: "a contact of the agency with a child",
    from: "agency",
    table: "agency_contact",
    rowKey: ["child_id", "contact_at", "kind", "method"],
    columns: {
      child_id: { kind: "id", key: true, measured: "needed" },
      contact_at: { kind: "time", key: true, measured: "needed" },
      kind: { kind: { word: words.contactWords }, measured: true },
      method: { kind: { word: words.methodWords }, measured: true },
      status: { kind: { word: words.contactStatusWords }, measured: true },
      in_residence: { kind: "yes", measured: true },
    },
  },
  cases: {
    row: "a time in which the agency's case of a child was open",
    from: "agency",
    table: "agency_case",
    rowKey: ["child_id", "start_date"],
    columns: {
      child_id: { kind: "id", key: true, measured: "needed" },
      start_date: { kind: "date", key: true, measured: "needed" },
      end_date: { kind: "date", measured: true },
      in_home: { kind: "yes", measured: true },
    },
  },
} as const satisfies Record<string, FileDescription>;
