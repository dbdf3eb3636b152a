/**
 * A pair is compared where any key of a rule is the same on both sides. A key is a list of expressions over a record; where
 * one of them is null there is no key. `other` are the keys of the second side, where they are not the first's.
 * A `loose` rule forgives more and tells less: it brings its rarest keys alone, as far as its budget goes.
 */
export type BlockingRule = {
  name: string;
  loose?: true;
  keys: readonly (readonly string[])[];
  other?: readonly (readonly string[])[];
};

const initial = "fi";
const year = "substr(dob, 1, 4)";
const monthDay = "substr(dob, 5, 4)";
const decade = "substr(dob, 3, 1)";
const both = (key: (part: "1" | "2") => string[]) => [key("1"), key("2")];

export const blockingRules: readonly BlockingRule[] = [
  { name: "first_and_surname_part", keys: both((n) => ["fn", `p${n}`]) },
  { name: "birth_date_and_first_sound", keys: [["dob", "fs"]] },
  { name: "birth_date_and_surname_sound", keys: both((n) => ["dob", `s${n}`]) },
  { name: "identifier", keys: ["i1", "i2", "i3", "i4"].map((slot) => [`'${slot}'`, slot]) },
  { name: "phone", keys: [["ph"]] },
  { name: "email", keys: [["em"]] },
  { name: "address", keys: [["nr", "st", "zip"]] },
  { name: "street_line", keys: [["nr", "st"]] },
  { name: "birth_date_and_postcode", keys: [["dob", "zip"]] },
  { name: "surname_sound_postcode_initial", keys: both((n) => [`s${n}`, "zip", initial]) },
  { name: "birth_digits_surname_sound_initial", keys: [["ds", "s1", initial]] },
  { name: "sounds_and_birth_year", keys: both((n) => ["fs", `s${n}`, year]) },
  { name: "surname_month_day_initial", keys: both((n) => [`p${n}`, monthDay, initial]) },
  { name: "first_month_day_decade", keys: [["fn", monthDay, decade]] },
  { name: "first_sound_postcode_birth_year", keys: [["fs", "zip", year]] },
  { name: "both_names_swapped", keys: [["fn", "ln"]], other: [["ln", "fn"]] },
  { name: "nickname_and_surname_part", keys: both((n) => ["root", `p${n}`]) },
  { name: "first_number_postcode", keys: [["fn", "nr", "zip"]] },
  { name: "birth_date_and_middle_as_first", keys: [["dob", "fn"]], other: [["dob", "md"]] },
  { name: "birth_date_and_first_as_middle", keys: [["dob", "md"]], other: [["dob", "fn"]] },
  { name: "birth_date_and_city", keys: [["dob", "city"]] },
  { name: "birth_date", loose: true, keys: [["dob"]] },
  { name: "both_sounds", loose: true, keys: [["least(fs, s1)", "greatest(fs, s1)"]] },
  { name: "surname_sound_city", loose: true, keys: both((n) => [`s${n}`, "city"]) },
  { name: "first_sound_city", loose: true, keys: [["fs", "city"]] },
  { name: "surname_sound_postcode", loose: true, keys: both((n) => [`s${n}`, "zip"]) },
  { name: "first_sound_postcode", loose: true, keys: [["fs", "zip"]] },
  { name: "street_and_city", loose: true, keys: [["st", "city"]] },
  { name: "street_and_postcode", loose: true, keys: [["st", "zip"]] },
  { name: "number_and_postcode", loose: true, keys: [["nr", "zip"]] },
  { name: "number_and_city", loose: true, keys: [["nr", "city"]] },
  { name: "surname_part_and_street", loose: true, keys: both((n) => [`p${n}`, "st"]) },
  { name: "first_and_street", loose: true, keys: [["fn", "st"]] },
  { name: "surname_part", loose: true, keys: both((n) => [`p${n}`]) },
  { name: "first", loose: true, keys: [["fn"]] },
  { name: "email_letters", loose: true, keys: [["el"]] },
];

/** The first rule that found a pair, of the bits `rules`, as SQL; the household pass where none did. */
const some = "greatest(rules, 1::UBIGINT)";
export const firstRule = `(CASE WHEN rules = 0 THEN ${blockingRules.length} ELSE bit_count(xor(${some}, ${some} - 1::UBIGINT)) - 1 END)`;
export const ruleName = (rule: number): string => blockingRules[rule]?.name ?? "household";
