import { deliveryModes, timesOfDay } from "./search-criteria";

export type Bits = readonly [word: string, bit: number][];

/** Each word of a list as a bit, from `first` on. */
const bitsFrom = (list: readonly string[], first: number): Bits =>
  list.map((word, at) => [word, 1 << (first + at)]);

/**
 * What rows that are ranked hold in one number. The last bit of times and of modes says that something is known, be it
 * no word of our list: only nothing at all is "ask".
 */
export const timeBits: Bits = [...bitsFrom(timesOfDay, 0), ["", 1 << 6]];
export const modeBits: Bits = [...bitsFrom(deliveryModes, 7), ["", 1 << 13]];
/** Four bits each: room while it may be told (0 open, 1 assess first, 2 waitlist, 3 not known, 9 full or not taking referrals). */
export const roomShift = 14;
export const evidenceShift = 18;
export const notFreeBit = 1 << 22;
export const interpretersBit = 1 << 23;
export const areaBit = 1 << 24;
/** More codes than may stand in the index: listing_search tells. */
export const longBit = 1 << 25;
/** Meets the need of the pregnant: an unborn child is of its age. */
export const pregnancyBit = 1 << 26;
/** It is said for which caregivers it is; openings are counted by age or language: listing_search tells. */
export const caregiverBit = 1 << 27;
export const bandBit = 1 << 28;
/**
 * What one of a program's places may be, in the number beside its words: of times and modes each bit that is offered, all where nothing is said.
 * A word asked for that is not there shuts the program out; one that is there is looked up.
 */
export const mayBeFreeBit = 1 << 14;
export const mayBePregnantBit = 1 << 15;
const languageShift = 16;
const languageSlots = 12;
/** Languages share twelve bits. */
export const anyLanguage = (2 ** languageSlots - 1) << languageShift;
export const languageBit = (code: string): number =>
  1 << (languageShift + (((code.charCodeAt(0) || 0) * 31 + (code.charCodeAt(1) || 0)) % languageSlots));
/** The same in SQL, of a column. */
export const languageBitSql = (code: string): string =>
  `1 << (${languageShift} + (ascii(${code}) * 31 + ascii(substr(${code}, 2))) % ${languageSlots})`;
export const longestList = 150;
/** More marks of an area than words are written under each: such a program's words are found from everywhere. */
export const mostMarks = 8;

/** These words of a list as one number. */
export function sumOfBits(bits: Bits, words: readonly string[]): number {
  return bits.reduce((sum, [word, bit]) => (words.includes(word) ? sum | bit : sum), 0);
}

/** All of a list: which bits to look at. */
export function allBits(bits: Bits): number {
  return bits.reduce((sum, [, bit]) => sum | bit, 0);
}

/** Cells of listing_reach: squares of a twentieth of a degree; halves of a degree for who comes to the home. */
export const cellsPerDegree = 20;
export const homeCellsPerDegree = 2;
