import type { TFunction } from "i18next";
import type { Format } from "./format";
import type { Language } from "./languages";

/** What sentences are written with: one language, one time zone, one moment. */
export interface Words {
  language: Language;
  t: TFunction;
  format: Format;
  timeZone: string;
  now: Date;
}
/** Enough for what names neither a day nor a time. */
export type PlainWords = Pick<Words, "language" | "t">;
