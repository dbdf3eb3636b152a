/** Where a referral's version begins for its receiver. */
export const newVersion = 1;
/** Before the family's yes it is counted from here: no page from before stands for one from after. */
export const outreachVersion = 1_000_001;
