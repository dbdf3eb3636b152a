/**
 * The comparisons of a pair of records, `l` and `r`, and their levels: the first that holds is the pair's. Level 0 is no
 * evidence. All levels of a pair together are one whole number, its pattern. After the first name, conditions may ask for
 * its level as `first`.
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
  `jaro_winkler_similarity(${one}, ${other}, ${least}) >= ${least}`;
const same = (column: string): string => `l.${column} = r.${column}`;
const either = (...conditions: string[]): string => `(${conditions.join(" OR ")})`;
const isNull = (...columns: string[]): string =>
  either(...columns.flatMap((column) => [`l.${column} IS NULL`, `r.${column} IS NULL`]));
const orSame = (column: string): string => `coalesce(l.${column} = r.${column}, true)`;

const initialAlone = `((length(l.fn) = 1 OR length(r.fn) = 1) AND l.fi = r.fi)`;
const swapped = `((l.fn = r.ln AND r.fn = l.ln) OR (${near("l.fn", "r.lg", 0.88)} AND ${near("r.fn", "l.lg", 0.88)}))`;
/** "Mary" is "Mary Ann", who is not "Mary Lou". */
const sameFirst = `(l.fg = r.fg OR (l.fn = r.fn AND (l.fn = l.fg OR r.fn = r.fg)))`;
const rootNames = ["ra", "rb", "rc", "rd"];
/** One formal name for both. The roots' marks tell most names apart at once. */
const shareRoot = `(l.fn <> r.fn AND (l.rm & r.rm) <> 0 AND ${either(...rootNames.map((root) => `l.${root} IN (${rootNames.map((other) => `r.${other}`).join(", ")})`))})`;

const firstName: Comparison = {
  name: "first_name",
  levels: ["null", "exact", "nickname", "close", "swapped", "middle_name", "near_or_initial", "else"],
  anchored: true,
  conditions: [
    isNull("fn"),
    sameFirst,
    shareRoot,
    near("l.fg", "r.fg", 0.92),
    swapped,
    `length(l.fn) > 1 AND length(r.fn) > 1 AND (l.fn = r.md OR r.fn = l.md)`,
    `${near("l.fn", "r.fn", 0.85)} OR ${initialAlone}`,
  ],
};
const firstIs = (...names: string[]): string =>
  `first IN (${names.map((name) => firstName.levels.indexOf(name)).join(", ")})`;

const lastName: Comparison = {
  name: "last_name",
  levels: ["null", "exact", "shares_part", "close", "near", "else"],
  anchored: false,
  conditions: [
    `${isNull("ln")} OR ${firstIs("swapped")}`,
    `l.ln = r.ln OR l.lg = r.lg`,
    either("l.p1 = r.p1", "l.p1 = r.p2", "l.p2 = r.p1", "l.p2 = r.p2"),
    near("l.ln", "r.ln", 0.92),
    near("l.ln", "r.ln", 0.85),
  ],
};

const sameParts = ["by", "bm", "bd"].map((part) => `(l.${part} = r.${part})::TINYINT`);
const birthDate: Comparison = {
  name: "birth_date",
  levels: ["null", "exact", "one_digit_or_transposed", "two_parts", "same_year", "else"],
  anchored: true,
  conditions: [
    isNull("dob"),
    same("dob"),
    `hamming(l.dob, r.dob) = 1 OR ${same("ds")}`,
    `${sameParts.join(" + ")} = 2`,
    same("by"),
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
    `${isNull("mi")} OR ${firstIs("middle_name")}`,
    `${wholeMiddle} AND (l.md = r.md OR ${near("l.md", "r.md", 0.92)})`,
    `l.mi = r.mi AND NOT ${wholeMiddle}`,
  ],
};

const sameAddress = `(l.nr = r.nr AND l.st = r.st AND ${either(orSame("zip"), "l.city = r.city")} AND ${orSame("un")})`;
const reach = `(l.ph = r.ph OR l.em = r.em)`;
const nearStreet = either(near("l.st", "r.st", 0.88), "starts_with(l.st, r.st)", "starts_with(r.st, l.st)");
const sameArea = either(same("zip"), same("city"));
const nearArea = either(sameArea, near("l.city", "r.city", 0.92), same("zs"));
/** What costs least to ask comes first. */
const nearAddress = either(
  `(l.nr = r.nr AND ${either(nearArea, isNull("zip"))} AND ${nearStreet})`,
  `(${sameArea} AND levenshtein(l.nr, r.nr) <= 1 AND ${nearStreet})`,
  near("l.em", "r.em", 0.9),
);
const street = `(${either(same("nr"), nearArea)} AND ${nearStreet})`;
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

/** A father and his son: two suffixes, or one alone where no birth year says that they are one. */
const suffixConflict = `(coalesce(l.sfx <> r.sfx, false) OR ((l.sfx IS NULL) <> (r.sfx IS NULL) AND coalesce(l.by <> r.by, true)))`;

/**
 * How much oftener the commoner of two like names must stand for the other to be a slip of the pen: of a name that
 * stands but once or twice less is known.
 */
const slipOf = `CASE WHEN least(l.often, r.often) >= 3 THEN 200 ELSE 20 END`;
const oneStartsOther = either("starts_with(l.fn, r.fn)", "starts_with(r.fn, l.fn)");

/** Each is called by what is the other's middle name, or its initial. */
const crossed = "coalesce(l.fi = r.mi AND r.fi = l.mi, false)";
/**
 * Two names that alike as they are may be two children's: formal names with one nickname (Amelia, Emily; not Alexander,
 * Alex), two names that are both in use (Kayla, Kaylee), names swapped that are not quite the same, a middle name where the other has another one, and any two where
 * somebody of that surname has the same birth date on either side.
 */
const mayBeTwoNames = `${firstIs("nickname", "close", "swapped", "middle_name")} AND coalesce((l.tw OR r.tw) AND NOT ${crossed}
  OR (${firstIs("swapped")} AND NOT (l.fn = r.lg AND r.fn = l.lg))
  OR (${firstIs("nickname")} AND l.formal AND r.formal AND NOT ${oneStartsOther})
  OR (${firstIs("close")} AND (l.fn = r.fn OR least(l.often, r.often) * ${slipOf} > greatest(l.often, r.often)))
  OR (${firstIs("middle_name")} AND NOT ${crossed} AND l.mi IS NOT NULL AND r.mi IS NOT NULL), false)`;

/** Bits of a pair's marks, which its pattern does not hold. */
export const marks = {
  suffixConflict: { bit: 1, condition: suffixConflict },
  twoNames: { bit: 2, condition: mayBeTwoNames },
} as const;
