/** One referral as its family reads it: plain words, no desk's language. */
export type FamilyReferralView = {
  id: string;
  version: number;
  program: string;
  organization: string;
  phone: string | null;
  number: string;
  state: string;
  sharing: "not_yet" | "shared" | "stopped";
  shared: { label: string; words: string }[];
  wordsRead: string | null;
  /** The same as it was said, where that was in another language. */
  wordsSaid: { words: string; language: string } | null;
  /** The words to agree to, when the yes is still open. */
  ask: string | null;
  can: {
    accept: boolean;
    decline: boolean;
    pause: boolean;
    resume: boolean;
    stop: boolean;
    feedback: boolean;
  };
  feedbackGiven: boolean;
  /** Programs to look at instead, when it ended without help. */
  others: { name: string; organization: string; path: string }[];
};

export type FamilyView = {
  name: string;
  saved: string | null;
  referrals: FamilyReferralView[];
  contact: { version: number; phone: string; email: string; way: string; messageOk: boolean; times: string };
  /** Whether its children may be looked for in the records of the county. */
  recordLinkage: boolean;
  looked: { id: string; words: string }[];
  /** Our own phone; null where the line has none. */
  talk: { words: string; href: string } | null;
  /** Where other programs are looked for. */
  finder: string;
  pauseFrom: string;
  pauseTo: string;
  /** What is said to a day before or after. */
  pauseWrong: string;
};
