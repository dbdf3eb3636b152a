import type { FileDescription } from "./extract-description";

const ours = { kind: "text", measured: true, ours: true } as const;
const oursId = { kind: "id", measured: true, ours: true } as const;

/** What the portal knows itself, as the files of contracts.md section 1; it says more than these, of language, area and index. */
export const portalFiles = {
  referrals: {
    row: "a referral to a program",
    from: "portal",
    columns: {
      referral_id: { kind: "id", measured: "needed" },
      family_id: { kind: "id", measured: true },
      child_id: { kind: "id", measured: true },
      sent: { kind: "date", measured: "needed" },
      status: { kind: "text", measured: true },
      first_attempt: { kind: "date", measured: true },
      first_contact: { kind: "date", measured: true },
      enrolled: { kind: "date", measured: true },
      closed: { kind: "date", measured: true },
      close_reason: { kind: "text", measured: true },
      exit: { kind: "date", measured: true },
      exit_reason: { kind: "text", measured: true },
      expected_first_90: { kind: "count", measured: true },
      language: ours,
      area: ours,
    },
  },
  sessions: {
    row: "a session of a referred family",
    from: "portal",
    columns: {
      referral_id: { kind: "id", measured: "needed" },
      date: { kind: "date", measured: true },
      attended: { kind: "yes", measured: true },
    },
  },
  index: {
    row: "the day from which later events of a referred child are counted",
    from: "portal",
    columns: {
      child_id: { kind: "id", measured: "needed" },
      index_date: { kind: "date", measured: "needed" },
      left_jurisdiction: { kind: "date", measured: true },
      death_date: { kind: "date", measured: true },
      person_id: oursId,
      origin_report_id: oursId,
      language: ours,
      area: ours,
    },
  },
} as const satisfies Record<string, FileDescription>;
