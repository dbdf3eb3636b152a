/** Words of contracts.md section 1, and the NCANDS and AFCARS numbers of measures.md section 8 that mean the same. */
export type WordList = ReadonlyMap<string, string | null>;

function wordList(words: string[], numbers: Record<string, string | null> = {}): WordList {
  return new Map<string, string | null>([
    ...words.map((word) => [word, word] as const),
    ...Object.entries(numbers),
  ]);
}

export const sexWords = wordList(["female", "male", "other", "unknown"], {
  "1": "male",
  "2": "female",
  "9": "unknown",
});

export const raceWords = wordList([
  "american_indian",
  "asian",
  "black",
  "pacific_islander",
  "white",
  "other",
  "unknown",
]);

export const screenWords = wordList(["screened_in", "screened_out"]);

export const responseWords = wordList(["immediate", "3_day", "5_day", "10_day", "evaluated_out"]);

export const dispositionWords = wordList(
  [
    ...[
      "substantiated",
      "indicated",
      "alternative_response_victim",
      "alternative_response_nonvictim",
      "unsubstantiated",
    ],
    ...["intentionally_false", "closed_no_finding", "other", "unknown"],
  ],
  {
    "1": "substantiated",
    "2": "indicated",
    "3": "alternative_response_victim",
    "4": "alternative_response_nonvictim",
    "5": "unsubstantiated",
    "6": "intentionally_false",
    "7": "closed_no_finding",
    "88": "other",
    "99": "unknown",
  },
);

export const maltreatmentWords = wordList(
  [
    "physical",
    "neglect",
    "medical_neglect",
    "sexual",
    "psychological",
    "sex_trafficking",
    "none",
    "other",
    "unknown",
  ],
  {
    "1": "physical",
    "2": "neglect",
    "3": "medical_neglect",
    "4": "sexual",
    "5": "psychological",
    "6": "none",
    "7": "sex_trafficking",
    "8": "other",
    "9": "unknown",
  },
);

/** AFCARS 2020 element 155; 9 is "not applicable": the child is still in care. */
export const exitReasonWords = wordList(
  [
    ...["reunification", "living_with_other_relative", "adoption", "emancipation", "guardianship", "runaway"],
    ...["transfer_to_other_agency", "death"],
  ],
  {
    "1": "reunification",
    "2": "living_with_other_relative",
    "3": "adoption",
    "4": "emancipation",
    "5": "guardianship",
    "6": "runaway",
    "7": "death",
    "8": "transfer_to_other_agency",
    "9": null,
  },
);

export const yesWords: ReadonlyMap<string, boolean> = new Map([
  ...["true", "1", "yes"].map((word) => [word, true] as const),
  ...["false", "0", "no"].map((word) => [word, false] as const),
]);
