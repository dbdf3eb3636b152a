import type { ProviderFrame } from "../provider-page";

export type DueTone = "bad" | "warn" | "neu";
export type Stage = "new" | "reaching" | "waitlist" | "taking-part" | "finished";

export type RowView = {
  id: string;
  name: string;
  due: { words: string; tone: DueTone } | null;
  want: string;
  foot: string[];
};
export type GroupView = { title: string; rows: RowView[] };
export type TabView = { stage: Stage; count: number };

export type OpeningsView = {
  serviceId: string;
  version: number;
  name: string;
  /** How old the word on room is; null where it takes no referrals. */
  told: string | null;
  /** Whether the number is what families read now; it may be too old, or the program paused. */
  counted: boolean;
  available: number | null;
  /** Its openings are counted by place, on the page of listings. */
  byPlace: boolean;
  room: { tone: "ok" | "warn" | "neu"; words: string };
  uses: string | null;
};

export type SessionView = {
  id: string;
  words: string;
  date: string;
  status: string;
  mode: string;
  minutes: number | null;
  who: string[];
};

export type EnrollmentView = {
  id: string;
  version: number;
  words: string;
  /** Sessions held against what the program plans, in words. */
  dosage: string | null;
  canRecord: boolean;
  /** What was begun may be ended, also where nothing is recorded any more. */
  canEnd: boolean;
  /** How it may end, by what was attended. */
  outcomes: readonly ("completed" | "ended_early" | "transferred" | "never_started")[];
  enrolledOn: string;
  sessions: SessionView[];
};

export type DetailView = {
  id: string;
  version: number;
  name: string;
  /** First name, for sentences; "the family" when not shared. */
  short: string;
  /** Nobody but this program is told what it does. */
  answersStay: boolean;
  tag: { tone: DueTone | "ok"; words: string } | null;
  sub: string;
  help: string;
  facts: { label: string; words: string; strong?: string }[];
  wordsUsed: string | null;
  question: string | null;
  answer: string | null;
  history: { id: string; what: string; who: string | null; when: string; more: string | null }[];
  next: string | null;
  can: {
    accept: boolean;
    waitlist: boolean;
    decline: boolean;
    ask: boolean;
    remind: boolean;
    attempt: boolean;
    enrol: boolean;
    /** Goes on in its own records alone: a victim service provider. */
    keep: boolean;
    schedule: boolean;
    hold: boolean;
    familyNo: boolean;
    unreachable: boolean;
    /** The sender asks it back. */
    letGo: boolean;
    /** Say that the family still waits. */
    keepWarm: boolean;
  };
  /** What is still missing before "Could not reach the family" opens; null when it is open or not at stake. */
  missing: string | null;
  enrollment: EnrollmentView | null;
  today: string;
};

/** The form that takes the last act back: where it is posted, and what it sends. */
export type UndoView = { id: string; intent: string; values: Record<string, string | number> } | null;

export type InboxView = {
  frame: ProviderFrame;
  org: string;
  stage: Stage;
  tabs: TabView[];
  groups: GroupView[];
  detail: DetailView | null;
  /** Show the whole list on phones too, as for print. */
  all: boolean;
  doing: "waitlist" | "ask" | null;
  openings: OpeningsView[];
  performance: { label: string; words: string }[];
  performanceNote: string;
  strip: { words: string; count: number } | null;
  banner: { words: string; undo: UndoView } | null;
  nextId: string | null;
  previousId: string | null;
};
