/** Which page of a list an address asks for. */
export const pageOf = (url: URL, name = "page"): number =>
  Math.min(100_000, Math.max(1, Math.trunc(Number(url.searchParams.get(name))) || 1));

/** How many pages a list has; one at least. */
export const pagesOf = (total: number, size = 25): number => Math.max(1, Math.ceil(total / size));
