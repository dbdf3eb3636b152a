import type { ExtractColumn } from "../domain/reports/extract-columns";
import { ageBandForm, yesWords, type WordList } from "../domain/reports/extract-words";

export const quote = (literal: string): string => `'${literal.replaceAll("'", "''")}'`;

const listed = (words: Iterable<string>): string => [...words].map(quote).join(", ");
const yes = listed([...yesWords].flatMap(([word, value]) => (value ? [word] : [])));

/** The numbers of NCANDS with or without their leading zero. */
const plainWord = (raw: string): string => `regexp_replace(lower(trim(${raw})), '^0+([0-9])', '\\1')`;

/** A listed word by any of its names; null for a number that says "not applicable". */
function wordSql(raw: string, words: WordList): string {
  const plain = plainWord(raw);
  const named = [...words]
    .filter(([name, word]) => name !== word)
    .map(([name, word]) => `WHEN ${quote(name)} THEN ${word === null ? "NULL" : quote(word)}`);
  return named.length === 0 ? plain : `CASE ${plain} ${named.join(" ")} ELSE ${plain} END`;
}

const parts = (raw: string): string => `list_filter(string_split(${raw}, ';'), lambda w: trim(w) <> '')`;

const timeForm =
  "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?(Z|[+-]\\d{2}:?\\d{2})?|\\d{4}-\\d{2}-\\d{2}";
/** The wall time where it was written: files name no zone, and an offset says only how far it is from another. */
const wallTime = (raw: string): string =>
  `try_cast(regexp_replace(${raw}, '(Z|[+-]\\d{2}:?\\d{2})$', '') AS TIMESTAMP)`;
const dayOf = (raw: string): string => `try_cast(left(${raw}, 10) AS DATE)`;
const matches = (raw: string, form: string): string => `regexp_full_match(${raw}, '${form}')`;

/** By kind: the column's value, and whether a cell that says something says what the column cannot mean. */
function readSql({ kind }: ExtractColumn, raw: string): { value: string; isWrong: string } {
  if (typeof kind === "object") {
    if ("word" in kind)
      return {
        value: wordSql(raw, kind.word),
        isWrong: `${plainWord(raw)} NOT IN (${listed(kind.word.keys())})`,
      };
    const known = listed(kind.words.keys());
    return {
      value: `array_to_string(list_transform(${parts(raw)}, lambda w: ${wordSql("w", kind.words)}), ';')`,
      isWrong: `len(list_filter(${parts(raw)}, lambda w: ${plainWord("w")} NOT IN (${known}))) > 0`,
    };
  }
  if (kind === "date") {
    const isDay = matches(raw, "\\d{4}-\\d{2}-\\d{2}([T ].*)?");
    return { value: dayOf(raw), isWrong: `${dayOf(raw)} IS NULL OR NOT ${isDay}` };
  }
  if (kind === "time")
    return { value: wallTime(raw), isWrong: `${wallTime(raw)} IS NULL OR NOT ${matches(raw, timeForm)}` };
  if (kind === "yes")
    return {
      value: `lower(${raw}) IN (${yes})`,
      isWrong: `lower(${raw}) NOT IN (${listed(yesWords.keys())})`,
    };
  if (kind === "count" || kind === "money") {
    const value = `try_cast(${raw} AS ${kind === "count" ? "INTEGER" : "DECIMAL(12, 2)"})`;
    return { value, isWrong: `${value} IS NULL OR NOT ${matches(raw, "\\d+(\\.\\d{1,2})?")}` };
  }
  if (kind === "age_band")
    return { value: `lower(${raw})`, isWrong: `NOT ${matches(`lower(${raw})`, ageBandForm.source)}` };
  return { value: raw, isWrong: "false" };
}

const rawOf = (name: string): string => `nullif(trim("${name}"), '')`;

/** Whether a cell says something that its column cannot mean: left out, it would be counted as if it had not happened. */
export function isUnreadableSql(column: ExtractColumn): string {
  const raw = rawOf(column.name);
  return `CASE WHEN ${raw} IS NULL THEN ${column.key} ELSE ${readSql(column, raw).isWrong} END`;
}

/** A column of a file with its type; one that the file does not have is empty. */
export function typedSql(column: ExtractColumn, isPresent: boolean): string {
  const raw = isPresent ? rawOf(column.name) : "CAST(NULL AS VARCHAR)";
  return `${readSql(column, raw).value} AS "${column.name}"`;
}
