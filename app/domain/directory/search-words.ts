import { needs } from "./needs";
import { foldWords } from "./plain-words";
import type { ChipKind } from "./search-criteria";

/** What a word or phrase of a search line stands for. */
export interface Reading {
  kind: Exclude<ChipKind, "place" | "age" | "words">;
  value: string;
}

const readings: [Reading["kind"], string, string][] = [
  ["language", "es", "spanish, espanol, castellano, latino, habla hispana"],
  ["language", "en", "english, in english, en ingles"],
  ["language", "fr", "french, frances"],
  ["language", "ht", "haitian, haitian creole, creole, criollo"],
  ["language", "pt", "portuguese, portugues"],
  ["language", "ar", "arabic, arabe"],
  ["language", "zh", "chinese, mandarin, cantonese, chino"],
  ["language", "ko", "korean, coreano"],
  ["language", "vi", "vietnamese, vietnamita"],
  ["language", "ru", "russian, ruso"],
  ["language", "hy", "armenian, armenio"],
  ["language", "fa", "farsi, persian, persa"],
  ["language", "km", "khmer, cambodian"],
  ["language", "tl", "tagalog, filipino"],
  ["language", "am", "amharic, amarico"],
  ["language", "ase", "asl, sign language, american sign language, lengua de senas, lenguaje de senas"],
  [
    "time",
    "evening",
    "evening, evenings, eve, night, nights, after work, after 5, after 6, noche, noches, por la noche, tarde, tardes, por la tarde, por las tardes, despues del trabajo",
  ],
  ["time", "morning", "morning, mornings, am, por la manana, mananas, manana"],
  ["time", "afternoon", "afternoon, afternoons, midday, medio dia, mediodia"],
  [
    "time",
    "weekend",
    "weekend, weekends, saturday, saturdays, sunday, sundays, fin de semana, fines de semana, sabado, sabados, domingo, domingos",
  ],
  ["cost", "free", "free, no cost, no charge, gratis, gratuito, gratuita, sin costo"],
  ["mode", "home", "at home, in home, in-home, at our home, a domicilio, en casa, en mi casa"],
  ["mode", "video", "online, virtual, video, zoom, telehealth, remote, en linea, por internet, por video"],
  ["mode", "phone", "by phone, phone, telephone, por telefono, telefono"],
  ["mode", "school", "at school, in school, en la escuela"],
];

function dictionary(): Map<string, Reading> {
  const words = new Map<string, Reading>();
  const add = (phrase: string, reading: Reading) => {
    const folded = foldWords(phrase);
    if (!words.has(folded)) words.set(folded, reading);
  };
  for (const [kind, value, phrases] of readings) {
    for (const phrase of phrases.split(", ")) add(phrase, { kind, value });
  }
  for (const need of needs) {
    for (const phrase of [...need.en, ...need.es]) add(phrase, { kind: "need", value: need.code });
  }
  return words;
}

/** Phrase (folded, up to four words) to what it stands for. */
export const searchWords: ReadonlyMap<string, Reading> = dictionary();
/** Single words that a typo may be meant for. */
export const singleWords: readonly string[] = [...searchWords.keys()].filter(
  (w) => !w.includes(" ") && w.length >= 5,
);

/** Words that carry nothing and are not reported as unused. */
export const smallWords: ReadonlySet<string> = new Set(
  (
    "a an the and or of in on at for with near by to i we my our need needs want help looking please some any family families " +
    "is are who speaks speaking has have kids kid child children program programs class classes service services within around " +
    "un una unos unas el la los las y o de del en con para por cerca mi mis necesito necesita necesitamos busco buscamos quiero ayuda " +
    "que habla hablan tiene tengo hijo hija hijos hijas nino nina ninos ninas programa programas servicio servicios familia familias"
  ).split(" "),
);
