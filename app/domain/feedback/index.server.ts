export { askAboutConcerns } from "./ask-about-concerns.server";
export { listConcerns } from "./list-concerns.server";
export { listListingConcerns } from "./list-listing-concerns.server";
export { recordListingConcern } from "./record-listing-concern.server";
export { resolveConcern } from "./resolve-concern.server";
export { countSuggestions, listSuggestions, readSuggestion } from "./suggestions/list-suggestions.server";
export { makeSuggestion } from "./suggestions/make-suggestion.server";
export { refuseSuggestion, reopenSuggestion } from "./suggestions/refuse-suggestion.server";
export { takeSuggestion } from "./suggestions/take-suggestion.server";
