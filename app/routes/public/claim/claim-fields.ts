/** The fields of a claim in the order of its form. `type` is the browser's. */
export const claimFields = [
  { name: "name", group: "first", autoComplete: "name" },
  { name: "title", group: "first", autoComplete: "organization-title" },
  { name: "email", group: "first", type: "email", autoComplete: "email" },
  { name: "phone", group: "first", type: "tel", autoComplete: "tel" },
  { name: "secondName", group: "second" },
  { name: "secondTitle", group: "second" },
  { name: "secondEmail", group: "second", type: "email" },
] as const;
export type ClaimField = (typeof claimFields)[number]["name"] | "words";
export type ClaimValues = Record<ClaimField, string>;

export const claimLabels: Record<ClaimField, string> = {
  name: "claim.name",
  title: "claim.jobTitle",
  email: "claim.email",
  phone: "claim.phone",
  secondName: "claim.secondName",
  secondTitle: "claim.secondTitle",
  secondEmail: "claim.secondEmail",
  words: "claim.words",
};

export const emptyClaim: ClaimValues = {
  name: "",
  title: "",
  email: "",
  phone: "",
  secondName: "",
  secondTitle: "",
  secondEmail: "",
  words: "",
};
