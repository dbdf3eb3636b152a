import { formatIn } from "./format";
import type { Language, Namespace } from "./languages";
import { translate } from "./translator.server";
import type { Words } from "./words";

/** The words of a language at a place and a moment; keys without a prefix are of `namespace`. */
export function wordsIn(
  language: Language,
  namespace: Namespace,
  { timeZone, now }: Pick<Words, "timeZone" | "now">,
): Words {
  return {
    language,
    t: translate(language, namespace),
    format: formatIn(language, timeZone, now),
    timeZone,
    now,
  };
}
