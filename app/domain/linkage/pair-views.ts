import type { EvidenceLine } from "./link-run";
import type { WhyOpen } from "./settle-pairs";
import type { Answer } from "./settle-readings";

/** What is compared of a record, in the order in which it is read; addresses in one line. */
export const shownFields = [
  "first_name",
  "middle_name",
  "last_name",
  "suffix",
  "birth_date",
  "sex",
  "address",
  "postcode",
  "phone",
  "email",
  "aliases",
] as const;
export type ShownField = (typeof shownFields)[number];
export type ShownRecord = Record<ShownField, string | null>;
/** Both records of a pair as they stood before a reader. */
export type ShownPair = { portal: ShownRecord; agency: ShownRecord };

/** A member of one of the two families; `linkedTo` is the other side's member that it is linked to. */
export type RosterMember = {
  id: string;
  name: string;
  birthDate: string | null;
  linkedTo: string | null;
  isThisPair: boolean;
};

export type OtherCandidate = {
  candidateId: string;
  /** Whose other candidate it is. */
  of: "portal" | "agency";
  name: string;
  birthDate: string | null;
  state: "open" | "linked" | "apart" | "aside";
};

/** What came of the model, told to whoever has answered. */
export type Weighed = {
  weight: number | null;
  probability: number | null;
  rule: string;
  lines: EvidenceLine[];
};

/** A pair before a reader: no score, nothing of what happened to the child, and nobody else's answer. */
export type PairToRead = {
  candidateId: string;
  personHash: string;
  childHash: string;
  shown: ShownPair;
  whyOpen: WhyOpen | null;
  /** What the records said when the pair was last answered, where they have changed since. */
  before: ShownPair | null;
  rosters: { portal: RosterMember[]; agency: RosterMember[] };
  others: OtherCandidate[];
  /** Own answer to the pair as it is; with it the score. */
  own: { answer: Answer; weighed: Weighed } | null;
};
