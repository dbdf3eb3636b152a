import { caregiverRoles } from "./caregivers";

/** Kinds of EligibilityRule (domain.md 4.2), beside child age and the accepted kinds, which are columns of Service. */
const ruleKinds = [
  "caregiver_role",
  "caregiver_age",
  "pregnancy",
  "condition",
  "exclusion",
  "income",
  "candidacy",
] as const;
export type RuleKind = (typeof ruleKinds)[number];

export const pregnancyCodes = ["pregnant", "first_baby", "after_birth"] as const;
/** What must be so at home. */
export const conditionCodes = [
  "substance_recovery",
  "violence_survivor",
  "mental_health",
  "homeless",
  "parent_disability",
  "child_disability",
  "parent_in_prison",
  "newcomer",
  "military",
  "open_child_welfare_case",
] as const;
/** With whom the program cannot work. */
export const exclusionCodes = [
  "open_child_welfare_case",
  "no_contact_order",
  "untreated_substance_use",
  "violent_offence",
  "acute_crisis",
  "other_home_visiting",
] as const;
/**
 * Categories of candidacy for prevention services that a program serves: a fact of the program. Whether a child is a
 * candidate is a dated act of a named person of the agency and is never inferred here. A jurisdiction may end an entry or
 * add its own words through code_list_entry (list "candidacy").
 */
export const candidacyCodes = [
  "imminent_risk",
  "pregnant_parenting_foster_youth",
  "screened_out_report",
  "in_home_services",
  "reunified",
  "adoption_guardianship_at_risk",
  "substance_exposed_newborn",
  "sibling_in_care",
  "kin_caregiver",
  "runaway_homeless_trafficked",
  "juvenile_justice",
  "community_pathway",
] as const;
export const fundingCodes = ["IV-E", "CBCAP", "MIECHV", "TANF", "local", "private"] as const;
export const evidenceRatings = ["well_supported", "supported", "promising", "not_currently"] as const;
export const evidenceAreas = [
  "mental_health",
  "substance_use",
  "in_home_parent_skill",
  "kinship_navigator",
] as const;
/** Names of the five protective factors of the Strengthening Families framework (Center for the Study of Social Policy). */
export const protectiveFactors = [
  "parental_resilience",
  "social_connections",
  "knowledge_of_parenting",
  "concrete_support",
  "childrens_competence",
] as const;
export const desiredOutcomes = [
  "safe_at_home",
  "stay_together",
  "parenting_skills",
  "family_functioning",
  "child_development",
  "caregiver_wellbeing",
  "social_support",
  "basic_needs_met",
] as const;

const codesOf: Partial<Record<RuleKind, readonly string[]>> = {
  caregiver_role: caregiverRoles,
  pregnancy: pregnancyCodes,
  condition: conditionCodes,
  exclusion: exclusionCodes,
  candidacy: candidacyCodes,
};

/** One rule as a row holds it. Caregiver ages are years, income is percent of the federal poverty level. */
export interface EligibilityFacts {
  kind: string;
  codes: readonly string[];
  minimum: number | null;
  maximum: number | null;
  note: string | null;
}

/** Codes of a kind that this portal has words for; what a source adds beyond is kept and shown as its note only. */
function knownCodes({ kind, codes }: EligibilityFacts): string[] {
  const list = codesOf[kind as RuleKind] ?? [];
  return codes.filter((code) => list.includes(code));
}

/** One fact about whom a program is for: its words are `listing:who.<key>` with these params, its codes `listing:who.code.<kind>.<code>`. */
export interface WhoFact {
  kind: RuleKind;
  key: string;
  codes: readonly string[];
  params: Record<string, number>;
  note: string | null;
}

const isKind = (kind: string): kind is RuleKind => ruleKinds.some((one) => one === kind);

function rangeKey(kind: RuleKind, { minimum, maximum }: EligibilityFacts): string {
  if (minimum !== null && maximum !== null) return `${kind}.between`;
  return minimum !== null ? `${kind}.from` : `${kind}.to`;
}

/** The rules of a listing as facts to be said in words, in the order of `ruleKinds`; a rule that says nothing is left out. */
export function whoFacts(rules: readonly EligibilityFacts[]): WhoFact[] {
  return ruleKinds.flatMap((wanted) =>
    rules.flatMap((rule): WhoFact[] => {
      if (rule.kind !== wanted || !isKind(rule.kind)) return [];
      const { kind, minimum, maximum, note } = rule;
      const codes = knownCodes(rule);
      const params = { from: minimum ?? 0, to: maximum ?? 0 };
      if (kind === "caregiver_age" || kind === "income")
        return minimum === null && maximum === null && !note
          ? []
          : [
              {
                kind,
                key: minimum === null && maximum === null ? "note" : rangeKey(kind, rule),
                codes: [],
                params,
                note,
              },
            ];
      return codes.length === 0 && !note
        ? []
        : [{ kind, key: codes.length ? kind : "note", codes, params, note }];
    }),
  );
}
