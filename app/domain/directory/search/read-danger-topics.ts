import { type Danger, findDangers } from "./danger-words";
import type { State } from "./line-state";

/** What is looked for under a danger, and the words of a situation that programs are found by. */
const meant: Readonly<Record<Danger, { need: string; words: string }>> = {
  self_harm: { need: "crisis_help", words: "suicide" },
  violence: { need: "family_violence", words: "domestic violence" },
  child: { need: "family_help", words: "child abuse" },
  overdose: { need: "crisis_help", words: "crisis line" },
};

/**
 * A danger told in a line that names no need is the wish for help with it; the words that tell it are no wish of their own. "Took all her
 * pills" is no wish for pills.
 */
export function takeDangers(state: State): void {
  const found = findDangers(state.words.map(({ folded }) => folded));
  const swallowed = found.filter(({ danger }) => danger === "overdose");
  state.topics = state.topics.filter(
    (topic) => !swallowed.some(({ at, end }) => topic.at >= at && topic.at < end),
  );
  if (state.topics.length > 0) return;
  for (const { danger, at, end } of found) {
    if (!state.topics.some(({ words }) => words === meant[danger].words))
      state.topics.push({ ...meant[danger], at });
    for (let position = at; position < end; position += 1) state.used.add(position);
  }
}
