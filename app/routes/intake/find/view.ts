import type { ConsentText } from "~/domain/referrals/family/consent-words";
import type { SaidReason } from "~/listing-words/said-in-words";
import type { CrisisView } from "../../crisis-lines/describe-crisis.server";
import type { IntakeFrame } from "../intake-page";

/** What the find-and-refer screen shows, already in words: the loader writes every string, so a row costs little to draw. */
export type Tone = "ok" | "warn" | "bad" | "info" | "neu";
export type Mark = "check" | "clock" | "phone" | "warn" | "text" | "x" | "shield" | "search";

export type ChipView = { id: string; words: string; remove: string };

export type RowView = {
  /** 1 for the first row of the first page, counted through all pages; `number` begins anew on each. */
  at: number;
  number: number;
  slug: string;
  name: string;
  where: string;
  phone: { words: string; href: string } | null;
  /** What it is, in one line; `language` it is in. */
  about: { words: string; language: string } | null;
  /** Why it was found, before what else fits. */
  says: SaidReason | null;
  room: { tone: Tone; mark: Mark; words: string };
  beside: string | null;
  ticks: string[];
  asks: string[];
  checked: string;
  kept: boolean;
  /** What was done with it on this call: "Sent, waiting for an answer"; null when nothing. */
  done: string | null;
};

/** A program that a rule leaves out, and each rule that does. */
export type MisfitView = { slug: string; name: string; where: string; fails: string[] };

/** A program that takes no referrals now: only what is drawn of it. */
export type ClosedView = { slug: string; name: string; where: string; words: string };

/** Why the opened program is not here: each rule of the call that it fails, and what else is to say. */
export type FitView = { fails: string[]; notes: string[] };

export type CallView = {
  id: string;
  line: "support_line" | "hotline";
  caller: "family" | "someone_else";
  ended: boolean;
  elapsedSeconds: number;
  /** "Maria, a parent · 21215 · Spanish · children 3 and 6", or null while nothing is known. */
  about: string | null;
  facts: { label: string; words: string }[];
  done: { id: string; title: string; words: string }[];
};

export type SearchView = {
  line: string;
  searched: boolean;
  chips: ChipView[];
  notUsed: string | null;
  ages: string;
  free: boolean;
  modes: string[];
};

export type ResultsView = {
  heading: string;
  /** How many programs this family is not to be offered; null when none. */
  leftOut: string | null;
  rows: RowView[];
  closed: ClosedView[];
  closedWords: string;
  wider: { id: string; words: string }[];
  /** Programs that come close and are left out, and why; null until somebody asks. */
  misfits: MisfitView[] | null;
  /** Null where one page holds all. */
  pages: PagesView | null;
};

/** Where the page stands among others, and the first row of the one before and after. */
export type PagesView = { words: string; previous: number | null; next: number | null };

export type SafetyView = { line: CallView["line"]; crisisPhone: string | null };

export type FindView = {
  /** Whom to call before any program; null where nothing tells of danger. */
  crisis: CrisisView | null;
  frame: IntakeFrame;
  call: CallView;
  search: SearchView;
  results: ResultsView;
  chosen: number;
  safety: SafetyView;
};

export type DraftView = {
  name: string;
  phone: string;
  way: string;
  messageOk: boolean;
  help: string;
  script: "en" | "es";
};

/** The panel beside the results: refer, text the details, hand over by phone, or look at the program. */
export type PanelView = {
  how: "refer" | "text" | "warm" | "open" | "nobody";
  at: number;
  slug: string;
  name: string;
  organization: string;
  /** Where, and what is said of room there. */
  where: string;
  room: RowView["room"];
  replies: string | null;
  ticks: string[];
  asks: string[];
  phone: string | null;
  /** `short` ones go into the words for the family. */
  facts: { label: string; words: string; short: boolean }[];
  /** Null until somebody asks. */
  fit: FitView | null;
  stale: boolean;
  needsRelease: boolean;
  canRefer: boolean;
  /** Where nobody answers: how the organization can be asked in. Null where somebody does. */
  nobody: { claimLink: string; mayInvite: boolean; invited: string | null } | null;
  due: string | null;
  draft: DraftView;
  /** What is sent besides the fields of the form, because the call knows it. */
  known: { postalCode: string | null; childAgesMonths: number[]; language: string; interpreter: boolean };
  /** What was searched for; `asked` are what this program lists. Only what stays ticked is sent. */
  needs: { value: string; label: string; asked: boolean }[];
  /** The words to read, with places for what is chosen in the form. */
  consentText: ConsentText;
  /** Everything was given for an earlier program on this call: only the answer is missing. */
  carried: boolean;
  /** Made with the form: posting the same form twice sends once. */
  formKey: string;
};

/** The reach-out form: who it is for, what may be chosen, and what was typed. */
export type OutreachView = {
  at: number;
  program: { slug: string; name: string; organization: string };
  draft: DraftView;
  language: string;
  languages: { value: string; label: string }[];
  ages: string;
  need: string;
  needs: { value: string; label: string }[];
  /** What was searched for besides `need`; nothing of it is ticked beforehand. */
  also: { value: string; label: string }[];
  bases: { value: string; label: string; hint: string }[];
  /** Nobody checked the listing for 270 days: staff call ahead first. */
  stale: boolean;
  formKey: string;
};
