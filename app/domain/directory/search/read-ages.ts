const yearWords = new Set("year years yr yrs yo y/o ano anos year-old years-old yr-old".split(" "));
const monthWords = new Set("month months mo mos mth mths mes meses month-old months-old".split(" "));
const weekWords = new Set("week weeks wk wks semana semanas week-old weeks-old".split(" "));
const ageLeads = new Set(
  (
    "age ages aged kid kids child children son sons daughter daughters baby babies toddler boy boys girl girls twin twins grandson " +
    "granddaughter grandchild teen teens teenager teenagers adolescent oldest youngest middle adolescente adolescentes edad edades hijo hija hijos hijas nino nina ninos ninas bebe bebes gemelos nieto nieta nietos " +
    "mayor menor"
  ).split(" "),
);
const joiners = new Set(["and", "y", "e", "o", "or", "old", "de", "a", "to", "are", "is", "tiene", "tienen"]);
const pregnant = new Set("pregnant pregnancy expecting embarazada embarazadas embarazo encinta".split(" "));
const numberWords = new Map(
  "one two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .concat("un dos tres cuatro cinco seis siete ocho nueve diez once doce".split(" "))
    .map((word, at) => [word, (at % 12) + 1]),
);
numberWords.set("una", 1).set("uno", 1);
/** "3yo, 2 bedrooms": counted, and no age. */
const counted = new Set(
  "bed beds bedroom bedrooms br room rooms people adults kids children days nights weeks times cuartos recamaras personas adultos hijos ninos dias noches veces".split(
    " ",
  ),
);
/** Too everyday to be a number unless a unit follows at once. */
const onlyBeforeUnit = new Set(["one", "un", "una", "uno"]);
/** A time that is no age: "2 months behind on rent", "debo 2 meses", "6 months clean", "3 years ago". */
const noAgeAfter = new Set(
  "behind late overdue past ago clean sober rent back left due lease renta alquiler atrasada atrasado atrasados atrasadas debiendo sobrio sobria".split(
    " ",
  ),
);
const noAgeBefore = new Set(
  "hace debo debe debemos deben owe owes owed last past for-the-last since desde".split(" "),
);
/** "mother of 4": how many, not how old. */
const parents = new Set("mother mom father dad parent madre mama padre papa family familia".split(" "));

/** "daughter cutting herself 14": a number that ends a line about one child, where no age was said. */
const oneChild = new Set(
  "kid child son daughter baby toddler boy girl grandson granddaughter grandchild teen teenager adolescent adolescente hijo hija nino nina bebe nieto nieta".split(
    " ",
  ),
);
const noAgeBeforeEnd = new Set(
  "apt apto unit section room floor bus line route district ward box grade no # of and or y o in at to de en a x".split(
    " ",
  ),
);
const oldestChild = 18;

/** Longest time before birth, as listings store it. */
const unbornMonths = -9;

type AgesRead = { agesMonths: number[]; used: Set<number> };
type Unit = "year" | "month" | "week";

function unitOf(word: string | undefined): Unit | null {
  if (word === undefined) return null;
  const bare = word.replace(/-old$/, "");
  if (yearWords.has(word) || yearWords.has(bare)) return "year";
  if (monthWords.has(bare)) return "month";
  return weekWords.has(bare) ? "week" : null;
}

/** One number or two ends of a range, as months-less numbers; none when the word is no small number. */
function numbersOf(word: string | undefined): number[] {
  if (word === undefined) return [];
  if (numberWords.has(word)) return [numberWords.get(word) ?? 0];
  const match = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(word);
  return match ? [match[1], match[2]].filter((one) => one !== undefined).map(Number) : [];
}

/** "3yo", "18-month-old", "7mo", "3-year-old", "2-3yrs". */
function joinedAge(word: string): { numbers: number[]; unit: Unit } | null {
  const match = /^(\d{1,3}(?:-\d{1,2})?)-?([a-z]+(?:-[a-z]+)?)$/.exec(word);
  const unit = unitOf(match?.[2]);
  if (!match || !unit) return null;
  return { numbers: (match[1] ?? "").split("-").map(Number), unit };
}

function monthsOf(number: number, unit: Unit): number {
  if (unit === "year") return number * 12;
  return unit === "month" ? number : Math.floor(number / 4.345);
}

function addAges(read: AgesRead, months: readonly number[], positions: readonly number[]): void {
  positions.forEach((position) => read.used.add(position));
  for (const age of months) {
    if (age >= unbornMonths && age <= 264 && !read.agesMonths.includes(age)) read.agesMonths.push(age);
  }
}

/** "5 months pregnant", "embarazada de 20 semanas": how long before birth. */
function pregnancyAround(words: readonly string[], from: number, end: number): number | null {
  const before = pregnant.has(words[from - 1] ?? "")
    ? from - 1
    : joiners.has(words[from - 1] ?? "") && pregnant.has(words[from - 2] ?? "")
      ? from - 2
      : null;
  if (before !== null) return before;
  const after = ["de", "old"].includes(words[end + 1] ?? "") ? end + 2 : end + 1;
  return pregnant.has(words[after] ?? "") ? after : null;
}

const unborn = (months: number) => Math.max(unbornMonths, Math.min(-1, Math.round(months) - 9));

function isNoAge(words: readonly string[], at: number, end: number, unit: Unit | null): boolean {
  if (words[at - 1] === "of" || words[at - 1] === "de") {
    if (parents.has(words[at - 2] ?? "") && !unit) return true;
  }
  if (!unit) return false;
  const after = joiners.has(words[end + 1] ?? "") ? [end + 1, end + 2] : [end + 1];
  return after.some((next) => noAgeAfter.has(words[next] ?? "")) || noAgeBefore.has(words[at - 1] ?? "");
}

/** "kids 4 and 18 mo" are four years and eighteen months; "3 to 6 months" are both months. */
function agesOf(
  words: readonly string[],
  position: number,
  run: readonly number[],
  unit: Unit | null,
): number[] {
  const last = run.filter((one) => numbersOf(words[one]).length > 0).at(-1);
  const next = words[position + 1] ?? "";
  const apart = unit !== "year" && unit !== null && position !== last && ["and", "y", "e"].includes(next);
  return numbersOf(words[position]).map((number) => monthsOf(number, apart ? "year" : (unit ?? "year")));
}

/** "kids 8mo, 3 and 10": a number right behind an age that was written together with its unit. */
const goesOn = (words: readonly string[], at: number): boolean =>
  [at - 1, ...(joiners.has(words[at - 1] ?? "") ? [at - 2] : [])].some(
    (before) => joinedAge(words[before] ?? "") !== null,
  );

/** "3 and 6 years", "18 months", "3yo", "ages 3, 6", "hijos de 3 y 6 anos", "5 months pregnant". */
function readAt(words: readonly string[], at: number, read: AgesRead): void {
  const joined = joinedAge(words[at] ?? "");
  if (joined) {
    const ages = joined.numbers.map((number) => monthsOf(number, joined.unit));
    addAges(read, ages, words[at + 1] === "old" ? [at, at + 1] : [at]);
    return;
  }
  if (numbersOf(words[at]).length === 0) return;
  if (onlyBeforeUnit.has(words[at] ?? "") && !unitOf(words[at + 1])) return;
  let end = at;
  while (
    end < words.length &&
    !read.used.has(end) &&
    (numbersOf(words[end]).length > 0 || joiners.has(words[end] ?? ""))
  )
    end += 1;
  const run = Array.from({ length: end - at }, (_, offset) => at + offset);
  const numbers = run.flatMap((position) => numbersOf(words[position]));
  const unit = unitOf(words[end]);
  if (isNoAge(words, at, end, unit)) return;
  const pregnancy = unit && unit !== "year" ? pregnancyAround(words, at, end) : null;
  if (pregnancy !== null) {
    const months = numbers.map((number) => unborn(unit === "week" ? number / 4.345 : number));
    addAges(read, months, [...run, end]);
    return;
  }
  const further = goesOn(words, at) && !counted.has(words[end] ?? "");
  const led =
    further ||
    ageLeads.has(words[at - 1] ?? "") ||
    (joiners.has(words[at - 1] ?? "") && ageLeads.has(words[at - 2] ?? ""));
  if (!unit && !led) return;
  addAges(
    read,
    run.flatMap((position) => agesOf(words, position, run, unit)),
    run.filter((position) => numbersOf(words[position]).length > 0),
  );
  if (unit) read.used.add(end);
  if (unit && words[end + 1] === "old") read.used.add(end + 1);
}

function readAtEnd(words: readonly string[], read: AgesRead): void {
  const at = words.length - 1;
  const age = /^\d{1,2}$/.test(words[at] ?? "") ? Number(words[at]) : 0;
  if (read.used.has(at) || read.agesMonths.length > 0 || age < 1 || age > oldestChild) return;
  if (noAgeBeforeEnd.has(words[at - 1] ?? "") || !words.some((word) => oneChild.has(word))) return;
  addAges(read, [age * 12], [at]);
}

/** Children's ages in the folded words of a line, in months, over words nobody has taken. */
export function readAges(words: readonly string[], read: AgesRead): void {
  for (let at = 0; at < words.length; at += 1) if (!read.used.has(at)) readAt(words, at, read);
  readAtEnd(words, read);
}
