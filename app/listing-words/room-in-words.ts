import type { ListingResult } from "~/domain/directory/reading/listing-card";
import type { Words } from "~/locales/words";

type Say = Pick<Words, "t">;
type Kind = ListingResult["room"]["kind"];

const tones = {
  openings: "ok",
  open: "ok",
  waitlist: "warn",
  full: "neu",
  assess_first: "neu",
  unknown: "neu",
  closed: "neu",
} as const satisfies Record<Kind, string>;

function phrase({ t }: Say, { kind, available, waitlistDays }: ListingResult["room"]): string {
  if (kind === "openings") return t("listing:room.openings", { count: available ?? 0 });
  if (kind === "waitlist" && waitlistDays !== null)
    return t("listing:room.waitlistWeeks", { count: Math.max(1, Math.round(waitlistDays / 7)) });
  return t(`listing:room.${kind}`);
}

/** Room as its tag says it. Only a count that somebody told within fourteen days is said. */
export function roomInWords(words: Say, { room }: Pick<ListingResult, "room">) {
  return { kind: room.kind, tone: tones[room.kind], words: phrase(words, room) };
}
