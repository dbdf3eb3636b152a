/** When something happened: no time at which a program must be open. */
const moments: readonly string[] = [
  ..."last night, last evening, this morning, this afternoon, this evening, yesterday morning, yesterday afternoon, yesterday evening, tomorrow morning, tomorrow afternoon".split(
    ", ",
  ),
  ..."tomorrow evening, tomorrow night, all night, all morning, all afternoon, all evening, all weekend, the other night, other night, every night, each night, over the weekend, last weekend, this weekend".split(
    ", ",
  ),
  ..."since saturday, since sunday, last saturday, last sunday, middle of the night, in the middle of the night, at night alone, night before, good morning, good evening, good afternoon".split(
    ", ",
  ),
  ..."esta noche, esta manana, esta tarde, ayer por la noche, ayer en la noche, ayer por la tarde, ayer por la manana, manana por la manana, manana por la tarde, manana en la manana".split(
    ", ",
  ),
  ..."toda la noche, toda la manana, toda la tarde, todas las noches, la otra noche, todo el fin de semana, el fin de semana pasado, este fin de semana, buenas tardes, buenas noches".split(
    ", ",
  ),
];
const longest = 5;
const known = new Set(moments);

/** What comes to a home: "therapy at home", "in home nurse". A baby or a heater that is at home is no wish for it. */
const services = new Set(
  (
    "visit visits visiting visitor service services therapy therapist counseling nurse nursing care help helper tutoring tutor class classes lessons support program programs parenting session sessions " +
    "respite aide assistance someone somebody coach coaching teacher doctor " +
    "visita visitas servicio servicios terapia terapeuta consejeria enfermera cuidado ayuda clases apoyo programa programas sesiones maestra doctora alguien"
  ).split(" "),
);
const homes: readonly string[] = [
  "at our home",
  "in our home",
  "in the home",
  "at home",
  "in home",
  "en mi casa",
  "en la casa",
  "en casa",
];
const between = new Set([
  "a",
  "the",
  "for",
  "my",
  "baby",
  "family",
  "parents",
  "to",
  "come",
  "comes",
  "de",
  "para",
  "me",
  "que",
  "venga",
]);

function spanOf(words: readonly string[], at: number, phrases: ReadonlySet<string>): number {
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1)
    if (phrases.has(words.slice(at, at + length).join(" "))) return length;
  return 0;
}

/** Whether a word of what comes stands beside a home: right behind it, or before it with few words between. */
function isWish(words: readonly string[], at: number, length: number): boolean {
  if (services.has(words[at + length] ?? "")) return true;
  let before = at - 1;
  while (before >= 0 && at - before <= 3 && between.has(words[before] ?? "")) before -= 1;
  return services.has(words[before] ?? "");
}

/** Positions of words that tell when or where something happened, and ask for no time and no way of a program: "last night", "baby at home". */
export function readCircumstances(words: readonly string[]): Set<number> {
  const used = new Set<number>();
  const homesKnown = new Set(homes);
  for (let at = 0; at < words.length; at += 1) {
    const length = spanOf(words, at, known) || spanOf(words, at, homesKnown);
    const isHome = length > 0 && homesKnown.has(words.slice(at, at + length).join(" "));
    if (length === 0 || (isHome && isWish(words, at, length))) continue;
    for (let position = at; position < at + length; position += 1) used.add(position);
    at += length - 1;
  }
  return used;
}
