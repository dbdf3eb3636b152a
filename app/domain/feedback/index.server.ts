export { recordListingConcern } from "./record-listing-concern.server";
