/** Why somebody may look behind a number: named before anything is shown, and logged with every opening. */
export const memberPurposes = [
  "check_number",
  "check_records",
  "review_practice",
  "answer_oversight",
] as const;

/** All; those the rule counted; those with the event; those it left out. */
export const memberFilters = ["all", "counted", "event", "left_out"] as const;
