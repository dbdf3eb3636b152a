import { childSituations } from "./child-situations";
import { familySituations } from "./family-situations";
import { householdSituations } from "./household-situations";
import { safetySituations } from "./safety-situations";
import type { Situation } from "./situation";

/** What families say and what programs write about it, in both languages; a jurisdiction adds its own at /admin/needs. */
export const situations: readonly Situation[] = [
  ...safetySituations,
  ...childSituations,
  ...familySituations,
  ...householdSituations,
];
