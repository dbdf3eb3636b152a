/**
 * What the chances of the model must rest on before a scored pair may link by itself. A level of one in twenty that is
 * estimated from n links is off by sqrt(0.05 * 0.95 / n): at 200 links by 1.5 points, a third of itself, and the weight it
 * gives by half a bit. A side of fewer than 500 records has too few strangers to tell how often two of them agree by
 * chance. Invented families say the same of what is found, if not of what is wrong (four seeds a size, run-families.ts):
 * among 60 records 24 to 76 % of the links were automatic, from 500 on 87 to 91 %, and none was wrong at any size; they are
 * kind to a model that assumes families.
 */
export const scoringLimits = { links: 200, rowsOfASide: 500 } as const;

/** What a model was trained on: rows of either side, and how many links it expects among them. */
export type TrainedOn = { persons: number; children: number; expectedLinks: number };

/** Whether scored pairs may link without a person; where not, every one of them waits for a reader. */
export const mayLinkByScore = ({ persons, children, expectedLinks }: TrainedOn): boolean =>
  Math.min(persons, children) >= scoringLimits.rowsOfASide && expectedLinks >= scoringLimits.links;
