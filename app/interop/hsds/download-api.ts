import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import path from "node:path";
import type { ImportNote } from "./import-report";
import { UnusableFiles } from "./import-report";
import { apiLimits, type Asking, fetchJson } from "./fetch-json";
import { isObject, type JsonObject } from "./flatten-json";

export interface Download extends Asking {
  /** Where the answers are put, one object a line. */
  folder: string;
  progress: (words: string) => void;
  warn: (note: ImportNote) => void;
}

const endpoints = [
  "taxonomies",
  "taxonomy_terms",
  "organizations",
  "services",
  "service_at_locations",
] as const;
/** Lists whose items nest nothing: one answer holds all of each, and the specification gives them no parameter `full`. */
const flat: ReadonlySet<string> = new Set(["taxonomies", "taxonomy_terms"]);

function under(base: URL, name: string, search: Record<string, string>): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, "")}/${name}`;
  for (const [key, value] of Object.entries(search)) url.searchParams.set(key, value);
  return url;
}

const numberOf = (page: JsonObject, name: string): number | null => {
  const value = Number(page[name]);
  return page[name] !== undefined && Number.isInteger(value) && value >= 0 ? value : null;
};

/** The pages of a list, until it says that it ends. An endless chain, or one that repeats itself, is refused. */
async function* pagesOf(base: URL, name: string, download: Download): AsyncGenerator<JsonObject[]> {
  const before = new Set<string>();
  let items = 0;
  for (let number = 1; ; number += 1) {
    if (number > apiLimits.pages)
      throw new UnusableFiles(`/${name} has more than ${apiLimits.pages} pages: it seems to have no end.`);
    const asked = { page: String(number), per_page: "100", ...(flat.has(name) ? {} : { full: "true" }) };
    const page = await fetchJson(under(base, name, asked), download);
    if (page === null && number === 1) return;
    if (!isObject(page) || !Array.isArray(page["contents"]))
      throw new UnusableFiles(`/${name}, page ${number}: not a page of HSDS, it has no contents.`);
    const contents = page["contents"].filter(isObject);
    const mark = createHash("sha1")
      .update(JSON.stringify(contents.map((one) => one["id"] ?? one)))
      .digest("base64");
    if (contents.length > 0 && before.has(mark))
      throw new UnusableFiles(
        `/${name}, page ${number} is a page that came before: the list goes round in a ring.`,
      );
    before.add(mark);
    items += contents.length;
    if (contents.length > 0) yield contents;
    const [pages, total] = [numberOf(page, "total_pages"), numberOf(page, "total_items")];
    const last =
      page["last_page"] === true ||
      page["empty"] === true ||
      contents.length === 0 ||
      (pages !== null && number >= pages);
    if (!last) continue;
    if ((total !== null && total !== items) || (pages !== null && pages > number))
      download.warn({
        file: name,
        line: null,
        column: null,
        code: "page_counts",
        reason: `says ${total ?? "?"} items on ${pages ?? "?"} pages, gave ${items} on ${number}`,
      });
    return;
  }
}

const nests = (item: JsonObject): boolean =>
  Object.values(item).some((value) => Array.isArray(value) && value.some(isObject));

/** The whole object where the list gave its short form. */
async function wholeOf(base: URL, name: string, item: JsonObject, download: Download): Promise<JsonObject> {
  if (flat.has(name) || nests(item) || typeof item["id"] !== "string") return item;
  const whole = await fetchJson(under(base, `${name}/${encodeURIComponent(item["id"])}`, {}), download);
  return isObject(whole) ? whole : item;
}

/**
 * Everything an HSDS API holds, put into a folder as our reader of nested objects takes it, before any transaction begins.
 * Throws UnusableFiles with clear words when the API fails, goes on for ever, or answers something else than HSDS.
 */
export async function downloadApi(base: URL, download: Download): Promise<void> {
  let services = 0;
  for (const name of endpoints) {
    const out = createWriteStream(path.join(download.folder, `${name}.ndjson`));
    let count = 0;
    for await (const contents of pagesOf(base, name, download)) {
      for (const item of contents) {
        const whole = await wholeOf(base, name, item, download);
        if (!out.write(`${JSON.stringify(whole)}\n`)) await once(out, "drain");
      }
      count += contents.length;
      if (count % 1000 < contents.length) download.progress(`/${name}: ${count}`);
    }
    out.end();
    await once(out, "finish");
    download.progress(`/${name}: ${count} in all`);
    if (name === "services") services = count;
  }
  if (services === 0) throw new UnusableFiles(`${base.href}: no HSDS API here that lists services.`);
}
