import { type Wording, wordingOf, wordings } from "./worded-columns";

interface Known {
  /** SQL that says whether the owner has a place that is not shown, and the pattern of names of who is held. */
  marked?: string;
  kept?: string;
  /** SQL that says whether any word of the row may name who is held. */
  named?: string;
  /** Names stay, whoever they are alike, but for a street of who is hidden. */
  names?: boolean;
  /** What a program or a place is called: the name of who is hidden goes from it too, whose it is not. */
  called?: boolean;
}

/** How a name says a street. Asked without a pattern: PostgreSQL would compile the long one of names anew for each short text. */
const streetSaid = `array['% on %', '% off %', '% at %', '% along %', '%calle %', '%avenida %', '%corner %', '% st%', '% av%', '% ro%d%', '% rd%',
  '% blvd%', '% lane%', '% ln%', '% dr%', '% court%', '% ct%', '% way%', '% pl%', '% terrace%', '% circle%', '% sq%', '% pike%', '% row%', '% alley%']`;

/** SQL: whether an organization has a place that is not shown and was known by its street. */
export const hasMark = (owner: string): string =>
  `coalesce(${owner} = any((select marked_owners())::uuid[]), false)`;
const askedOf = (owner: string, known: Known) => ({
  marked: owner === "null" ? "false" : (known.marked ?? hasMark(owner)),
  kept: known.kept ?? "(select kept_names())",
  named: known.named ?? "true",
});

/**
 * Texts that leave say nothing of a place that is not shown: its number and street, its point and a phone that it keeps to itself
 * are left out of its own organization's words, its street's name too (`told_words`). What the portal keeps is not changed: whoever
 * edits it sees which texts name the place, and the place's day may come to be shown. A stranger's words lose nothing for being true, which
 * could be tried: where they name who is held or hidden, every sentence that says any place but the writer's own (`without_kept_names`).
 */
export function toldWords(column: string, owner = "null", known: Known = {}): string {
  const words = toldText(column, owner, known);
  return known.called
    ? `case when ${saysHidden(column)} then without_hidden_names(${words}, ${owner}) else ${words} end`
    : words;
}

function toldText(column: string, owner: string, known: Known): string {
  const { marked, kept, named } = askedOf(owner, known);
  const told = `case when ${marked} then told_words(${column}, ${owner}) else ${column} end`;
  if (known.names)
    return `case when ${named} and (${column}) ilike any(${streetSaid}) then case when plain_text(${column}) ~ ${kept}
      then without_kept_names(${told}, ${owner}) else ${told} end else ${told} end`;
  return `case when ${named} and plain_text(${column}) ~ ${kept} then without_kept_names(${told}, ${owner}) else ${told} end`;
}

/** Of a column that holds words otherwise than as one text: the same, asked only where it says something. */
function toldOtherwise(wording: Wording, column: string, owner: string, known: Known): string {
  const { marked, kept, named } = askedOf(owner, known);
  const listed = `array_to_string(${column}, ' ')`;
  switch (wording) {
    case "list":
      return `case when ${marked} or ${named} and ${listed} ~ ${kept}
        then told_list(${column}, ${owner}, ${kept}) else ${column} end`;
    case "json":
      return `case when ${column}::text = '{}' then ${column} else told_json(${column}, ${owner}, ${kept}) end`;
    case "address":
      return `case when ${marked} or ${named} and regexp_replace(${column}, '[^[:alnum:]]+', ' ', 'g') ~ ${kept}
        then told_address(${column}, ${owner}, ${kept}) else ${column} end`;
    case "number":
      return `case when ${column} ~ '[[:alpha:]]{3}|&' then told_text(${column}, ${owner}, ${kept}) else ${column} end`;
    case "text":
      return toldWords(column, owner, known);
  }
}

/** What is told of a column of a table (`ref`: as the query names it), by how it holds words; the column itself where it holds none. */
export function toldColumn(
  table: string,
  column: string,
  ref: string,
  owner = "null",
  known: Known = {},
): string {
  const wording = wordingOf(table, column);
  return wording ? toldOtherwise(wording, ref, owner, known) : ref;
}

/** SQL: what something is called holds the name of who is hidden. */
const saysHidden = (called: string) => `says_name(${called}, (select hidden_names()))`;

/** What of a column is a name, and a program's or a place's. */
export const namesIn = (table: string, column: string): Pick<Known, "names" | "called"> => ({
  names: column === "name",
  called: ["service", "location"].includes(table) && ["name", "alternate_name"].includes(column),
});

/** SQL: nothing is left out of any of these texts of one owner, the first two what it is called, which is asked once of all; false where it may be. */
export const allTold = (columns: readonly string[], owner: string): string =>
  `not ${saysHidden(`concat_ws(' ', ${columns.slice(0, 2).join(", ")})`)} and (select ${toldWords("said.all", owner)} is not distinct from said.all from (select concat_ws(E'\n', ${columns.join(", ")}) as all offset 0) said)`;

/** Of a listing `s`, by column: what is told of it and what it holds. */
export const toldOfService: readonly { column: string; told: string; ref: string }[] = Object.keys(
  wordings["service"] ?? {},
).map((column) => {
  const ref = `s.${column}`;
  return {
    column,
    ref,
    told: toldColumn("service", column, ref, "s.organization_id", namesIn("service", column)),
  };
});
