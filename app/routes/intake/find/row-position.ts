import { pageSize } from "~/domain/directory/search/search-listings.schema";

/** Results are numbered through all their pages; an address names the row, and by it the page. */
export const positionOf = (url: URL): number =>
  Math.min(10_000, Math.max(1, Math.trunc(Number(url.searchParams.get("at"))) || 1));

export const pageOfPosition = (at: number): number => Math.ceil(at / pageSize);

/** Rows on the pages before this one. */
export const rowsBefore = (page: number): number => (page - 1) * pageSize;
