import { hash } from "node:crypto";
import { type Pair, pairKey } from "./pair-key";

/** One pair in so many is read by a second person who does not know it. */
const oneIn = 20;

/** Whether a pair is of the sample that two people read, by its ids alone: the same pairs every time. */
export const isReadTwice = (pair: Pair): boolean =>
  parseInt(hash("sha256", pairKey(pair)).slice(0, 8), 16) % oneIn === 0;
