import { columnsOf, extractTables } from "~/domain/reports/extract-columns";
import type { KeptRemark } from "~/domain/reports/extracts/read-records-remarks.server";

type Translate = (key: string, options: Record<string, unknown>) => string;

/** The words that a column may hold, whichever file it stands in. */
function wordsOf(column: string | null): string {
  for (const { name, kind } of extractTables.flatMap(columnsOf))
    if (name === column && typeof kind === "object") {
      const words = [...("word" in kind ? kind.word : kind.words).keys()];
      return words.filter((word) => !/^\d+$/.test(word)).join(", ");
    }
  return "";
}

const more = /: (\d+) more rows$/;
const isOfWhole = ({ line, code, reason }: KeptRemark): boolean =>
  line === 0 && code === "repeated_id" && /^\d/.test(reason);

/**
 * What is said of a row, in the reader's language, by its code; the numbers and dates of the report's English sentence stand
 * in it by their order. A code of an older report that has no words any more keeps that sentence. `t` of admin-records.
 */
export function remarkWords(t: Translate, remark: KeptRemark): string {
  const { code, column, reason } = remark;
  const [first = "", second = ""] = reason.match(/\d[\d-]*/g) ?? [];
  const [, measures = ""] = reason.split("blocked on it are ");
  const words = wordsOf(column) || (/^is none of: (.*)$/.exec(reason)?.[1] ?? "");
  const key = isOfWhole(remark) ? "repeated_ids" : code;
  const said = t(`remarks.reasons.${key}`, { first, second, measures, words, defaultValue: reason });
  const [, count] = more.exec(reason) ?? [];
  return count === undefined ? said : t("remarks.more", { reason: said, count });
}
