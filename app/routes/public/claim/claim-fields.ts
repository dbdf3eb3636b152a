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

/** What was typed, as it comes; too long is said by the schema, a flood is cut. */
export function readClaimForm(form: FormData): ClaimValues {
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 7000);
  return Object.fromEntries(Object.keys(emptyClaim).map((name) => [name, text(name)])) as ClaimValues;
}
