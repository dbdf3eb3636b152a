import { describe, expect, it } from "vitest";
import { askedWays, waysMet } from "./asked-ways";

const word = (topic: number, way: number, term: string, most: number, share = 1) => ({
  topic,
  way,
  term,
  share,
  most,
  need: false,
});
const words = [
  word(0, 0, "food", 3),
  word(0, 1, "food", 5),
  word(0, 2, "pantry", 4, 0.6),
  word(0, 2, "free", 4, 0.4),
  word(1, 0, "food", 2),
];

describe("ways of a search", () => {
  it("are told by their words, and of one word twice only the way that counts most stays", () => {
    expect(askedWays(words).map(({ topic, way, words: of }) => [topic, way, of.map(({ at }) => at)])).toEqual(
      [
        [0, 1, [0]],
        [0, 2, [1, 2]],
        [1, 0, [0]],
      ],
    );
  });

  it("are met whole before in part, and the best of the whole ones", () => {
    expect(waysMet(words, [100, 900, 0])).toEqual([
      [0, 1, true],
      [1, 0, true],
    ]);
    expect(waysMet(words, [0, 900, 0])).toEqual([[0, 2, false]]);
    expect(waysMet(words, [100, 900, 900])[0]).toEqual([0, 2, true]);
    expect(waysMet(words, [0, 0, 0])).toEqual([]);
  });

  it("that are weighed ahead say by which way they were met, and whether whole", () => {
    const ahead = [word(0, 0, "typed", 2), { ...word(0, 1, "topic", 5), ahead: true }];
    const met = (root: number, way: number, entire: boolean) => (root << 9) + (way << 1) + Number(entire);
    expect(waysMet(ahead, [0, met(900, 3, true)])).toEqual([[0, 4, true]]);
    expect(waysMet(ahead, [900, met(200, 0, false)])).toEqual([[0, 0, true]]);
    expect(waysMet(ahead, [0, met(200, 255, false)])).toEqual([[0, 256, false]]);
    expect(waysMet(ahead, [0, 0])).toEqual([]);
  });
});
