import type { ChipKind } from "./search-criteria";

/** What a word or phrase of a search line stands for; `words`: a topic that is no need of ours. */
export interface Reading {
  kind: Exclude<ChipKind, "place">;
  value: string;
  /** The need that such words stand for when the line names no other: "dad" alone is a wish for help for fathers. */
  orNeed?: string;
}

/** Words of a line that say a fact and no topic. */
export const factReadings: [Reading["kind"], string, string, orNeed?: string][] = [
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
    "evening, evenings, eve, night, nights, nighttime, after work, after 5, after 6, after 5pm, after 6pm, after 5 pm, after 6 pm, after school hours, noche, noches, por la noche, en la noche, por las noches, despues del trabajo, despues de las 5, despues de las 6",
  ],
  ["time", "morning", "morning, mornings, por la manana, en la manana, por las mananas, mananas"],
  [
    "time",
    "afternoon",
    "afternoon, afternoons, midday, medio dia, mediodia, tarde, tardes, por la tarde, por las tardes, en la tarde, en las tardes, de tarde",
  ],
  [
    "time",
    "weekend",
    "weekend, weekends, saturday, saturdays, sunday, sundays, fin de semana, fines de semana, sabado, sabados, domingo, domingos",
  ],
  ["cost", "free", "free, no cost, no charge, gratis, gratuito, gratuita, sin costo"],
  [
    "mode",
    "home",
    "at home, in home, in-home, in the home, at our home, in our home, a domicilio, en casa, en mi casa",
  ],
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
    "teen mom, teen mother, teen dad, teen parent, teen parents, young mother, young parents, pregnant teen, pregnant teenager, pregnant student, teen pregnant, teen pregnancy, madre adolescente, padres adolescentes, mama adolescente, adolescente embarazada",
  ],
  [
    "caregiver",
    "foster_adoptive",
    "foster parent, foster parents, foster mother, foster father, adoptive parent, adoptive parents, padres de crianza, padres adoptivos, padres temporales",
  ],
  [
    "age",
    "-9",
    "pregnant, expecting, unborn, mother to be, pregnant teen, pregnant teenager, pregnant student, teen pregnant, embarazada, embarazadas, encinta, por nacer, adolescente embarazada",
    "pregnancy",
  ],
  ["age", "0", "newborn, newborns, new born, recien nacido, recien nacida, recien nacidos", "pregnancy"],
  ["age", "6", "baby, babies, infant, infants, bebe, bebes"],
  ["age", "24", "toddler, toddlers, nino pequeno, ninos pequenos, nina pequena"],
  ["age", "168", "teen, teens, teenager, teenagers, adolescent, adolescente, adolescentes"],
];
