import { type ListingSection, type SectionState, listingSections } from "./listing-sections";

export interface AnswersToCheck {
  needCodes: readonly string[];
  hasPhone: boolean;
  staffLanguages: readonly string[];
  deliveryModes: readonly string[];
  progress: Record<ListingSection, SectionState>;
}

/** What keeps a listing from being published, as codes by section; empty when it may be. */
export function checkListing(answers: AnswersToCheck): Partial<Record<ListingSection, string[]>> {
  const problems: Partial<Record<ListingSection, string[]>> = {};
  const add = (section: ListingSection, code: string) =>
    (problems[section] = [...(problems[section] ?? []), code]);
  for (const section of listingSections) {
    if (answers.progress[section] !== "done") add(section, answers.progress[section]);
  }
  if (answers.needCodes.length === 0) add("basics", "need");
  if (answers.deliveryModes.length === 0) add("when_where", "mode");
  if (!answers.hasPhone) add("how_to_join", "phone");
  if (answers.staffLanguages.length === 0) add("languages_access", "language");
  return problems;
}
