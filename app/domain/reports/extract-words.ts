/**
 * Words of contracts.md section 1, and the NCANDS and AFCARS numbers of measures.md section 8 that mean the same: a list
 * maps each accepted name to the contract's word, and to null where a number says "not applicable".
 */
export type WordList = ReadonlyMap<string, string | null>;

function wordList(words: string, numbers: Record<string, string | null> = {}): WordList {
  return new Map<string, string | null>([
    ...words.split(" ").map((word) => [word, word] as const),
    ...Object.entries(numbers),
  ]);
}

export const sexWords = wordList("female male other unknown", { "1": "male", "2": "female", "9": "unknown" });

export const raceWords = wordList("american_indian asian black pacific_islander white other unknown");

/** One race a person, as populations are counted: Hispanic of any race first. */
export const populationRaceWords = wordList(
  "american_indian asian black hispanic pacific_islander white two_or_more other missing",
);

export const screenWords = wordList("screened_in screened_out");

export const responseWords = wordList("immediate 3_day 5_day 10_day evaluated_out");

/** NCANDS disposition and maltreatment level (RPTDISP, MALnLEV). */
export const dispositionWords = wordList(
  "substantiated indicated alternative_response_victim alternative_response_nonvictim unsubstantiated intentionally_false closed_no_finding other unknown",
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

/** NCANDS maltreatment type (CHMAL1 to CHMAL4). */
export const maltreatmentWords = wordList(
  "physical neglect medical_neglect sexual psychological sex_trafficking none other unknown",
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
  "reunification living_with_other_relative adoption emancipation guardianship runaway transfer_to_other_agency death",
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

/** AFCARS 2020 element 120 by number: what is no foster family home. Both numbers of shelter care are "shelter" (our reading). */
export const settingWords = wordList(
  "preadoptive foster_relative foster_nonrelative therapeutic_foster_relative therapeutic_foster_nonrelative group_home shelter residential_treatment qrtp child_care_institution supervised_independent_living juvenile_justice_facility hospital psychiatric_hospital runaway whereabouts_unknown trial_home_visit",
  {
    "1": "group_home",
    "2": "group_home",
    "3": "shelter",
    "4": "residential_treatment",
    "5": "qrtp",
    "6": "child_care_institution",
    "7": "shelter",
    "8": "supervised_independent_living",
    "9": "juvenile_justice_facility",
    "10": "hospital",
    "11": "psychiatric_hospital",
    "12": "runaway",
    "13": "whereabouts_unknown",
    "14": "trial_home_visit",
  },
);

export const relationWords = wordList("full half step");
export const candidacyWords = wordList("candidate pregnant_or_parenting_foster_youth");
export const contactWords = wordList("response visit");
export const methodWords = wordList("in_person phone video text mail");
export const contactStatusWords = wordList("attempted completed cancelled");

export const yesWords: ReadonlyMap<string, boolean> = new Map([
  ...["true", "1", "yes"].map((word) => [word, true] as const),
  ...["false", "0", "no"].map((word) => [word, false] as const),
]);

/** A closed band in whole years ("0-17", "6-10") or in months of the first year ("0m-3m"); from is at most to. */
export const ageBandForm = /^(\d{1,2})-(\d{1,2})$|^(\d{1,2})m-(\d{1,2})m$/;
