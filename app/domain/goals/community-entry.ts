import type { IsoDate } from "../kernel/calendar";

/** The framework that this work belongs to; its lessons are read by every jurisdiction that follows it. */
export const communityFramework = "thriving-families";

export const entryKinds = ["partner", "milestone", "asked", "lesson"] as const;
export type EntryKind = (typeof entryKinds)[number];
export const partnerKinds = ["public", "private", "philanthropic", "families"] as const;
export const milestoneStates = ["planned", "under_way", "reached", "given_up"] as const;

/** What a community writes of its own work; `outcome` is what changed after families were asked. */
export type CommunityEntryRow = {
  id: string;
  kind: EntryKind;
  variety: string | null;
  language: string;
  title: string;
  text: string;
  outcome: string | null;
  day: IsoDate | null;
  doneOn: IsoDate | null;
  version: number;
  removed: boolean;
  sharedBy: string | null;
  sharedAt: Date | null;
};

/** Whether a milestone's day has passed without its being reached or given up. */
export function isLate(
  { variety, day }: Pick<CommunityEntryRow, "variety" | "day">,
  today: IsoDate,
): boolean {
  return (variety === "planned" || variety === "under_way") && day !== null && day < today;
}
