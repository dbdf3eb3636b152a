import { glueWords } from "./common-words";
import { splitWords } from "./plain-words";

/** What a line may say that comes before any program. */
export const dangers = ["self_harm", "violence", "child", "overdose"] as const;
export type Danger = (typeof dangers)[number];

const said: Record<Danger, string> = {
  self_harm:
    "suicide, suicidal, kill myself, kill herself, kill himself, killing myself, killing herself, killing himself, wants to die, want to die, wanna die, " +
    "end my life, end her life, end his life, ending my life, better off dead, dont want to live, doesnt want to live, no reason to live, cutting herself, cutting himself, cutting myself, cuts herself, cuts himself, cuts myself, " +
    "self harm, hurt myself, hurting myself, hurting herself, hurting himself, hurt herself, hurt himself, hang myself, hang herself, hang himself, shoot myself, took pills to die, " +
    "suicidio, suicida, suicidarse, suicidarme, quiere morir, quiero morir, quiere morirse, quiero morirme, me quiero morir, se quiere morir, matarse, matarme, " +
    "se quiere matar, me quiero matar, quitarse la vida, quitarme la vida, no quiere vivir, no quiero vivir, se corta, me corto, autolesion, hacerse dano, hacerme dano",
  violence:
    "hits me, hits her, hitting me, hitting her, hit me, hit her, beats me, beats her, beating me, beating her, beat me, beat her, beat up, chokes me, chokes her, choked me, choked her, strangled, " +
    "has a gun, has gun, pulled a gun, has a knife, threatened with gun, threatens to kill, threatened to kill, going to kill me, going to kill her, gonna kill, will kill me, will kill her, afraid of husband, afraid of boyfriend, afraid of him, " +
    "scared of husband, scared of boyfriend, scared of him, scared for her life, scared for my life, afraid for her life, afraid for my life, domestic violence, abusive husband, abusive boyfriend, abusive partner, " +
    "left husband, left boyfriend, left abuser, fleeing husband, fleeing abuser, raped, rape, sexually assaulted, stalking me, stalking her, somewhere safe tonight, safe place tonight, being abused, " +
    "me pega, le pega, nos pega, me golpea, la golpea, le golpea, me pego, le pego, me ahorca, me ahorco, me maltrata, la maltrata, tiene una pistola, tiene pistola, tiene un arma, tiene un cuchillo, me amenaza, la amenaza, me va a matar, " +
    "la va a matar, nos va a matar, tengo miedo de mi esposo, tengo miedo de mi pareja, le tengo miedo, miedo de el, violencia domestica, violada, me violaron, la violaron, me violo, deje a mi esposo",
  child:
    "child in danger, kid in danger, child is in danger, kids in danger, kids are in danger, baby in danger, child left alone, kids left alone, baby left alone, child home alone, kids home alone, kids alone, left kids alone, left the kids alone, leaves kids alone, " +
    "hurts the kids, hurting the kids, hurts the baby, hurting the baby, hurts the child, hurting the child, hits the kids, hits the baby, hits the child, beats the kids, beats the child, shook the baby, shaking the baby, shake the baby, shake my baby, shake him, shake her, shaken baby, hurt my baby, hurt the baby, hurt my kids, hurt my child, hurt the kids, " +
    "going to hurt my kids, going to hurt the kids, molested, molesting, sexually abused, touched my daughter, touched my son, touched her daughter, touching my daughter, child abuse, burned the child, starving child, locked in room, locked in closet, " +
    "ninos en peligro, nino en peligro, nina en peligro, bebe en peligro, hijos en peligro, ninos solos, dejan solos a los ninos, dejo solos a los ninos, deja solos a los ninos, le pega a los ninos, pega a los ninos, les pega, le pega al nino, le pega al bebe, sacudio al bebe, sacudir al bebe, sacudirlo, sacudirla, " +
    "abusaron de mi hija, abusaron de mi hijo, abusa de los ninos, abuso de mi hija, abuso sexual, toco a mi hija, maltrato infantil, abuso infantil, lastimar a mis hijos, lastimar a los ninos, lastimar al bebe, voy a lastimar",
  overdose:
    "overdose, overdosed, overdosing, od'd, oding, took too many pills, swallowed pills, took a bottle of pills, not breathing, wont wake up, unconscious, passed out, turning blue, poisoned, swallowed bleach, " +
    "sobredosis, tomo muchas pastillas, se tomo pastillas, no respira, no despierta, inconsciente, envenenado, envenenada, intoxicado",
};

const keysOf = (phrase: string): string[] => [
  splitWords(phrase)
    .words.map(({ folded }) => folded)
    .join(" "),
];
const keys: ReadonlyMap<string, Danger> = new Map(
  dangers.flatMap((danger) =>
    said[danger].split(", ").flatMap((phrase) => keysOf(phrase).map((key) => [key, danger] as const)),
  ),
);
const longest = 6;

/** Words that may stand inside a told danger without changing it: "hit her again", "hits the little kids". */
const between = (word: string): boolean =>
  glueWords.has(word) ||
  ["little", "own", "all", "him", "them", "again", "badly", "mucho", "muy"].includes(word);

/** Whether the words hold a phrase from this word on; joining words of the line may stand between. */
function dangersAt(words: readonly string[], at: number): Danger[] {
  const found: Danger[] = [];
  for (let length = 1; length <= longest + 2 && at + length <= words.length; length += 1) {
    const span = words.slice(at, at + length);
    for (const key of [
      span.join(" "),
      span.filter((word, n) => n === 0 || n === length - 1 || !between(word)).join(" "),
    ]) {
      const danger = keys.get(key);
      if (danger) found.push(danger);
    }
  }
  return found;
}

/**
 * Dangers that a line tells of, in English or Spanish, each once: they are shown before any result, and above none.
 * A line is read too readily rather than missed; nothing of it is kept.
 */
export function readDanger(line: string): Danger[] {
  const words = splitWords(line).words.map(({ folded }) => folded);
  const found = new Set(words.flatMap((_, at) => dangersAt(words, at)));
  return dangers.filter((danger) => found.has(danger));
}
