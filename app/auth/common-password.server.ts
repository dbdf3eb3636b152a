import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

let guessing: ZxcvbnFactory | undefined;

/**
 * Whether a password is one of those tried first: common ones, their repetitions, rows of keys, counts, dates; a million
 * guesses by zxcvbn's reckoning (Wheeler 2016). NIST SP 800-63B 3.1.1.2 wants such refused, and no rule of composition.
 */
export function isCommonPassword(password: string): boolean {
  guessing ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return guessing.check(password).score <= 1;
}
