import { foldWords, splitWords } from "../search/plain-words";

/** A name as it is compared: any case, accents, hyphens and spaces are alike ("Cherry-Hill", "cherry hill"). */
export const areaKey = (name: string): string => foldWords(name).replace(/[^\p{L}\p{N}]+/gu, "");

/** A name as a search line has its words. */
export const asTyped = (name: string): string =>
  splitWords(name)
    .words.map(({ folded }) => folded)
    .join(" ");

type Named = { nameEn: string; nameEs: string | null; otherNames: readonly string[] };

/** Everything that an area is called. */
export const namesOfArea = ({ nameEn, nameEs, otherNames }: Named): string[] => [
  nameEn,
  ...(nameEs === null ? [] : [nameEs]),
  ...otherNames,
];

/** What an area is called in a language; in English where it has no other name. */
export const areaName = ({ nameEn, nameEs }: Pick<Named, "nameEn" | "nameEs">, language: string): string =>
  language === "es" ? (nameEs ?? nameEn) : nameEn;
