export { searchListings } from "./search-listings.server";
export { readSearch } from "./read-search.server";
