/** Why the agency takes a listing out of the directory. */
export const unpublishReasons = [
  "stale",
  "closed",
  "asked_by_provider",
  "unsafe",
  "duplicate",
  "other",
] as const;
