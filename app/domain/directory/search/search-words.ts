import { needs } from "../needs/needs";
import { foldWords } from "./plain-words";
import type { ChipKind } from "./search-criteria";

/** What a word or phrase of a search line stands for. */
export interface Reading {
  kind: Exclude<ChipKind, "place" | "words">;
  value: string;
  /** The need that such words stand for when the line names no other: "dad" alone is a wish for help for fathers. */
  orNeed?: string;
}

const readings: [Reading["kind"], string, string, orNeed?: string][] = [
  ["language", "es", "spanish, espanol, castellano, latino, habla hispana"],
  ["language", "es", "speaks spanish, in spanish, en espanol, habla espanol, hablan espanol"],
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
    "evening, evenings, eve, night, nights, after work, after 5, after 6, after 5pm, after 6pm, after 5 pm, after 6 pm, after school hours, noche, noches, por la noche, tarde, tardes, por la tarde, por las tardes, despues del trabajo, despues de las 5, despues de las 6",
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
  [
    "caregiver",
    "fathers",
    "father, fathers, dad, dads, papa, papas, padre soltero, single dad, single father, stepfather",
    "fathers",
  ],
  [
    "caregiver",
    "mothers",
    "mother, mothers, mom, moms, mama, mamas, madre, madres, single mom, single mother, madre soltera",
  ],
  [
    "caregiver",
    "grandparents_kin",
    "grandparent, grandparents, grandmother, grandfather, grandma, grandpa, relative caregiver, aunt raising, abuela, abuelo, abuelos, abuelas, tia que cria, pariente, parientes",
    "kinship_care",
  ],
  [
    "caregiver",
    "teen_parents",
    "teen mom, teen mother, teen dad, teen parent, teen parents, young mother, young parents, madre adolescente, padres adolescentes, mama adolescente",
  ],
  [
    "caregiver",
    "foster_adoptive",
    "foster parent, foster parents, foster mother, foster father, adoptive parent, adoptive parents, padres de crianza, padres adoptivos, padres temporales",
  ],
  [
    "age",
    "-9",
    "pregnant, expecting, unborn, mother to be, embarazada, embarazadas, encinta, por nacer",
    "pregnancy",
  ],
  ["age", "0", "newborn, newborns, new born, recien nacido, recien nacida, recien nacidos", "pregnancy"],
  ["age", "6", "baby, babies, infant, infants, bebe, bebes"],
  ["age", "24", "toddler, toddlers, nino pequeno, ninos pequenos, nina pequena"],
  ["age", "168", "teen, teens, teenager, teenagers, adolescent, adolescente, adolescentes"],
];

function dictionary(): Map<string, Reading> {
  const words = new Map<string, Reading>();
  const add = (phrase: string, reading: Reading) => {
    const folded = foldWords(phrase);
    if (!words.has(folded)) words.set(folded, reading);
  };
  for (const [kind, value, phrases, orNeed] of readings) {
    for (const phrase of phrases.split(", ")) add(phrase, { kind, value, ...(orNeed && { orNeed }) });
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
/** Two words that a typo may be meant for. */
export const doubleWords: readonly string[] = [...searchWords.keys()].filter(
  (w) => w.split(" ").length === 2 && w.length >= 9,
);

/** Words that carry nothing and are not reported as unused. */
export const smallWords: ReadonlySet<string> = new Set(
  (
    "a an the and or of in on at for with near by to i we my our need needs want help looking please some any family families " +
    "is are who speaks speaking has have kids kid child children program programs class classes service services within around " +
    "me you us it so am have can could would like find get got there this that from up now please thanks thank hi hello her his their she " +
    "he they also who old near nearby close somewhere someone tonight today soon new not but if do does " +
    "un una unos unas el la los las y o de del en con para por cerca mi mis necesito necesita necesitamos busco buscamos quiero ayuda " +
    "que habla hablan tiene tengo hijo hija hijos hijas nino nina ninos ninas programa programas servicio servicios familia familias " +
    "yo me se es son esta estamos somos soy su sus nos nuestra nuestro alguien donde hay puedo puede ayudar gracias hola al lo le les si tengo " +
    "tenemos tienen muy mas cerca hoy"
  ).split(" "),
);
