/** What the form asks, in its order. */
export const askFields = [
  "caregiverName",
  "contactWay",
  "phone",
  "email",
  "messageOk",
  "bestTimes",
  "language",
  "ages",
  "postalCode",
  "whatWouldHelp",
] as const;
export type AskField = (typeof askFields)[number];
export type AskValues = Record<AskField, string>;

/** A letter is no way to be called back; the family's page offers it to those who have one. */
export const askWays = ["call", "text", "email", "will_call"] as const;

export const noAnswers = (language: string): AskValues => ({
  caregiverName: "",
  contactWay: "",
  phone: "",
  email: "",
  messageOk: "no",
  bestTimes: "",
  language,
  ages: "",
  postalCode: "",
  whatWouldHelp: "",
});
