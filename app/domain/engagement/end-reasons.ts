/** Why taking part ended. The first two are what "completed" needs. */
export const endReasons = [
  "goals_met",
  "dosage_met",
  "moved",
  "needs_met_elsewhere",
  "hours_or_caring",
  "transport",
  "not_interested",
  "lost_touch",
  "provider_ended",
  "child_too_old",
  "other",
] as const;
