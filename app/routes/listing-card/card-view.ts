import type { TFunction } from "i18next";
import type { SaidReason } from "~/listing-words/said-in-words";
import type { IconName } from "~/ui/icon";
import type { Markup } from "~/ui/markup";
import type { Tone } from "~/ui/tag";

export interface CardLine {
  icon: IconName;
  words: string;
}
/** A program as a family reads it, in one language, ready to be drawn. */
export interface CardView {
  id: string;
  slug: string;
  name: string;
  nameLanguage: string;
  organization: string;
  /** Why it was found; null where nothing was searched for. */
  says: SaidReason | null;
  room: { tone: Tone; words: string };
  lines: CardLine[];
  phone: { words: string; href: string } | null;
  /** "Have them call me" is offered. */
  canAsk: boolean;
  checked: string;
  stale: boolean;
}

/** Where a card stands. `base` is "/en" or "/es"; a preview leads nowhere. */
export interface CardPlace {
  t: TFunction;
  base: string;
  preview?: boolean;
  /** How its icons are drawn: in place, unless the page has a sheet of them. */
  icon?: (name: IconName, size: number) => Markup;
}
