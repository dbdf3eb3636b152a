/**
 * The comparisons of a pair of records, `l` and `r`, and their levels: the first that holds is the pair's. Level 0 is no
 * evidence. All levels of a pair together are one whole number, its pattern.
 */
export type Comparison = {
  name: string;
  /** `null` first, `else` last; those between in the order in which they are tried. */
  levels: readonly string[];
  /** Whether members of one household are taken to agree on it no more than strangers, to start with. */
  anchored: boolean;
  /** A condition for each level but the last. */
  conditions: readonly string[];
};

const near = (one: string, other: string, least: number): string =>
  `jaro_winkler_similarity(${one}, ${other}) >= ${least}`;
const same = (column: string): string => `l.${column} = r.${column}`;
const either = (...conditions: string[]): string => `(${conditions.join(" OR ")})`;
const isNull = (...columns: string[]): string =>
  either(...columns.flatMap((column) => [`l.${column} IS NULL`, `r.${column} IS NULL`]));
const orSame = (column: string): string => `coalesce(l.${column} = r.${column}, true)`;

const initialAlone = `((length(l.fn) = 1 OR length(r.fn) = 1) AND l.fn[1] = r.fn[1])`;
const swapped = `((l.fn = r.ln AND r.fn = l.ln) OR (l.fn <> r.fn AND ${near("l.fn", "r.lg", 0.88)} AND ${near("r.fn", "l.lg", 0.88)}))`;
/** One of the two is called by the other's middle name. */
const byMiddle = `coalesce(length(l.fn) > 1 AND length(r.fn) > 1 AND (l.fn = r.md OR r.fn = l.md), false)`;
/** "Mary" is "Mary Ann", who is not "Mary Lou". */
const sameFirst = `(l.fg = r.fg OR (l.fn = r.fn AND (l.fn = l.fg OR r.fn = r.fg)))`;

const firstName: Comparison = {
  name: "first_name",
  levels: ["null", "exact", "nickname", "close", "swapped", "middle_name", "near_or_initial", "else"],
  anchored: true,
  conditions: [
    isNull("fn"),
    sameFirst,
    `list_has_any(l.roots, r.roots)`,
    near("l.fg", "r.fg", 0.92),
    swapped,
    byMiddle,
    `${near("l.fn", "r.fn", 0.85)} OR ${initialAlone}`,
  ],
};

const lastName: Comparison = {
  name: "last_name",
  levels: ["null", "exact", "shares_part", "close", "near", "else"],
  anchored: false,
  conditions: [
    `${isNull("ln")} OR (l.fn <> r.fn AND l.ln <> r.ln AND ${swapped})`,
    `l.ln = r.ln OR l.lg = r.lg`,
    either("l.p1 = r.p1", "l.p1 = r.p2", "l.p2 = r.p1", "l.p2 = r.p2"),
    near("l.ln", "r.ln", 0.92),
    near("l.ln", "r.ln", 0.85),
  ],
};

const sameParts = (["1, 4", "5, 2", "7, 2"] as const).map(
  (cut) => `(substr(l.dob, ${cut}) = substr(r.dob, ${cut}))::TINYINT`,
);
const birthDate: Comparison = {
  name: "birth_date",
  levels: ["null", "exact", "one_digit_or_transposed", "two_parts", "same_year", "else"],
  anchored: true,
  conditions: [
    isNull("dob"),
    same("dob"),
    `hamming(l.dob, r.dob) = 1 OR ${same("ds")}`,
    `${sameParts.join(" + ")} = 2`,
    `substr(l.dob, 1, 4) = substr(r.dob, 1, 4)`,
  ],
};

const sex: Comparison = {
  name: "sex",
  levels: ["null", "same", "different"],
  anchored: true,
  conditions: [isNull("sex"), same("sex")],
};

const wholeMiddle = `(length(l.md) > 1 AND length(r.md) > 1)`;
const middleName: Comparison = {
  name: "middle_name",
  levels: ["null", "same_name", "same_initial", "different"],
  anchored: true,
  conditions: [
    `${isNull("mi")} OR (l.fn <> r.fn AND ${byMiddle})`,
    `${wholeMiddle} AND (l.md = r.md OR ${near("l.md", "r.md", 0.92)})`,
    `l.mi = r.mi AND NOT ${wholeMiddle}`,
  ],
};

const sameAddress = `(l.nr = r.nr AND l.st = r.st AND ${either(orSame("zip"), "l.city = r.city")} AND ${orSame("un")})`;
const reach = `(l.ph = r.ph OR l.em = r.em)`;
const nearStreet = either(near("l.st", "r.st", 0.88), "starts_with(l.st, r.st)", "starts_with(r.st, l.st)");
const sameArea = either(same("zip"), same("city"));
const nearArea = either(
  sameArea,
  near("l.city", "r.city", 0.92),
  "list_sort(string_split(l.zip, '')) = list_sort(string_split(r.zip, ''))",
);
const nearAddress = either(
  `(${nearStreet} AND l.nr = r.nr AND ${either(nearArea, isNull("zip"))})`,
  `(${nearStreet} AND levenshtein(l.nr, r.nr) <= 1 AND ${sameArea})`,
  near("l.em", "r.em", 0.95),
);
const street = `(${nearStreet} AND ${either(nearArea, same("nr"))})`;
const facts = [["nr", "st"], ["ph"], ["em"], ["zip"], ["city"]];
/** One comparison on purpose: address, telephone and postcode are the same fact, that of one household. */
const contact: Comparison = {
  name: "contact",
  levels: [
    "null",
    "address_and_reach",
    "address",
    "phone",
    "email",
    "near_address",
    "street",
    "member_linked",
    "area",
    "else",
  ],
  anchored: false,
  conditions: [
    facts.map((columns) => isNull(...columns)).join(" AND "),
    `${sameAddress} AND ${reach}`,
    sameAddress,
    same("ph"),
    same("em"),
    nearAddress,
    street,
    "false",
    nearArea,
  ],
};

const slots = ["i1", "i2", "i3", "i4"];
/** Best of the identifiers that both sides have. */
const identifier: Comparison = {
  name: "identifier",
  levels: ["null", "exact", "one_error", "two_errors", "else"],
  anchored: false,
  conditions: [
    slots.map((slot) => isNull(slot)).join(" AND "),
    either(...slots.map(same)),
    either(...slots.map((slot) => `levenshtein(l.${slot}, r.${slot}) <= 1`)),
    either(...slots.map((slot) => `levenshtein(l.${slot}, r.${slot}) <= 2`)),
  ],
};

export const comparisons: readonly Comparison[] = [
  firstName,
  lastName,
  birthDate,
  sex,
  middleName,
  identifier,
  contact,
];

/** A father and his son. */
export const suffixConflict = `coalesce(l.sfx <> r.sfx, false)`;

/**
 * Two names that alike as they are may be two children's: formal names with one nickname (Amelia, Emily), two names that
 * are both in use (Kayla, Kaylee), or a middle name that is not the other's first as well.
 */
export const mayBeTwoNames = `coalesce(NOT ${sameFirst} AND (l.fn = r.fn
  OR (list_has_any(l.roots, r.roots) AND l.formal AND r.formal)
  OR (NOT coalesce(list_has_any(l.roots, r.roots), false) AND l.inuse AND r.inuse)
  OR (${byMiddle} AND NOT coalesce(l.fn[1] = r.mi AND r.fn[1] = l.mi, false))), false)`;
