import { type OutsideCounty, outsideCounty } from "../places/outside-county";
import {
  type Card,
  type FoundFacts,
  type ListingResult,
  cardSchema,
  factsOf,
  foundRow,
  resultOf,
} from "../reading/listing-card";
import { type Met, waysMet } from "./asked-ways";
import type { AskedTopic } from "./expand-topics";
import type { SearchCriteria } from "./search-criteria";
import type { WeighedWord } from "./weigh-way";

/** A result, with the words that made it fit, those it says only in part, and its county when that is not the jurisdiction's own. */
export type FoundListing = ListingResult & {
  says?: string[];
  saysPart?: string[];
  outside?: OutsideCounty | null;
};
/** A listing as the search's statement answers it. */
export interface KeptListing {
  facts: FoundFacts;
  card: Card;
  /** What each word that was asked for weighs in it; null of a search without words. */
  said: number[] | null;
}
/** What a search asked, as far as its results need it. */
interface Asked {
  criteria: SearchCriteria;
  topics: readonly AskedTopic[];
  words: readonly WeighedWord[];
  now: Date;
  ownCounties: readonly string[];
}

/** The words that made the fit: as typed, or as the program says them; of a need nothing, its rule tells that. */
function wordsMet(
  topics: readonly AskedTopic[],
  met: readonly Met[],
): Pick<FoundListing, "says" | "saysPart"> {
  const words = (entire: boolean) => [
    ...new Set(
      met.flatMap(([topic, at, all]) => {
        const way = topics[topic]?.ways[at];
        return way && "words" in way && all === entire ? [way.words.toLowerCase()] : [];
      }),
    ),
  ];
  return { says: words(true), saysPart: words(false) };
}

/** A row as a result; its point stays here, and tells only whether its county is another than the jurisdiction's. */
export function foundListing({ facts, card, said }: KeptListing, search: Asked): FoundListing {
  const row = foundRow(facts, cardSchema.parse(card));
  const { point } = factsOf(row);
  return {
    ...resultOf(row, search.criteria, search.now),
    ...wordsMet(search.topics, said ? waysMet(search.words, said) : []),
    outside: row.card.hidden ? null : outsideCounty(point, search.ownCounties),
  };
}
