export { askAboutConcerns } from "./ask-about-concerns.server";
export { listConcerns } from "./list-concerns.server";
export { listListingConcerns } from "./list-listing-concerns.server";
export { recordListingConcern } from "./record-listing-concern.server";
export { resolveConcern } from "./resolve-concern.server";
