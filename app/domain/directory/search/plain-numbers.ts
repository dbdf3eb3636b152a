const unit = "(?:years?|yrs?|yo|y\\/o|a[nñ]os?)";
const half = new RegExp(
  `\\b(\\d{1,2})(?:[.,](\\d)|\\s+(?:and\\s+a\\s+half|1\\/2|y\\s+medio|½))\\s*-?\\s*${unit}(?:\\s*-?\\s*olds?)?`,
  "giu",
);
const halfAfter =
  /\b(?:(\d{1,2}|un|dos|tres|cuatro|cinco|one|two|three|four|five)\s+)?(?:a[nñ]os?\s+y\s+medio|years?\s+and\s+a\s+half)\b/giu;
const numbers = ["un", "dos", "tres", "cuatro", "cinco"];
const englishNumbers = ["one", "two", "three", "four", "five"];

const monthsOf = (years: number) => `${Math.round(years * 12)} months`;
function years(word: string | undefined): number {
  if (word === undefined) return 1;
  const plain = word.toLowerCase();
  const at = Math.max(numbers.indexOf(plain), englishNumbers.indexOf(plain));
  return at >= 0 ? at + 1 : Number(plain);
}

/**
 * A line with its ages as whole numbers of one unit: "2.5 years old", "dos años y medio" and "1 1/2 yrs" become months,
 * "4 y/o" and "y.o." years, "birth to 3", "under 5" and "menores de 5" a range. Everything else stays as typed.
 */
export function plainNumbers(line: string): string {
  return line
    .replace(half, (_, whole: string, tenth: string | undefined) =>
      monthsOf(Number(whole) + (tenth === undefined ? 0.5 : Number(tenth) / 10)),
    )
    .replace(halfAfter, (_, whole: string | undefined) => monthsOf(years(whole) + 0.5))
    .replace(/(\d)\s*(?:y\s*\/\s*o|y\.\s*o\.?)(?![a-z])/gi, "$1 yo")
    .replace(/(\d)\s*(?:m\s*\/\s*o|m\.\s*o\.?)(?![a-z])/gi, "$1 mo")
    .replace(
      /\b(?:from\s+)?(?:birth|newborn|nacimiento)\s*(?:to|thru|through|-|–|a|hasta(?:\s+los)?)\s*(\d{1,2})\b/gi,
      "ages 0-$1",
    )
    .replace(
      /\b(?:under|younger than|menor(?:es)? de|menos de)\s+(\d{1,2})(?!\d)(?!\s*(?:miles?|mi\b|hours?|minutes?|dollars?))/gi,
      (_, end: string) => `ages 0-${Math.max(0, Number(end) - 1)}`,
    );
}
