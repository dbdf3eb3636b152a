import type { searchListings } from "~/domain/directory/index.server";

export type SearchListingsResult = Awaited<ReturnType<typeof searchListings>>;
export type FoundListing = SearchListingsResult["results"][number];
