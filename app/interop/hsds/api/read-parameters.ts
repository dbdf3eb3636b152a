import type { OutgoingFilter, OutgoingList } from "~/domain/directory/outgoing/find-outgoing.schema";
import { isId } from "~/domain/kernel/ids";
import { HsdsProblem } from "./hsds-problem";

export interface HsdsAsk {
  filter: OutgoingFilter;
  page: number;
  perPage: number;
  ndjson: boolean;
  full: boolean;
  fullService: boolean;
  minimal: boolean;
}

export const mostPerPage = 500;
const perPageUnlessSaid = 50;
/** One answer of ids and dates alone. */
const mostMinimal = 200_000;

const paging = ["search", "page", "per_page", "format"];
const marked = ["taxonomy_term_id", "taxonomy_id"];
/** Which parameters a list has, by the specification's openapi file. */
export const parametersOf: Readonly<Record<OutgoingList, readonly string[]>> = {
  service: [...paging, ...marked, "organization_id", "modified_after", "minimal", "full"],
  organization: [...paging, ...marked, "full", "full_service"],
  service_at_location: [
    ...paging,
    ...marked,
    "organization_id",
    "modified_after",
    "full",
    "postcode",
    "proximity",
  ],
  taxonomy: paging,
  taxonomy_term: [...paging, "taxonomy_id", "top_only", "parent_id"],
};
const allParameters = new Set(Object.values(parametersOf).flat());

const bad = (name: string, wants: string) => new HsdsProblem(400, `${name} must be ${wants}.`, name);

/** Parameters by name; the same name twice, the last counts. An empty one is as good as none. */
class Given {
  constructor(private readonly values: ReadonlyMap<string, string>) {}
  text(name: string): string | undefined {
    const value = this.values.get(name);
    return value === undefined || value.trim() === "" ? undefined : value;
  }
  whole(name: string, least: number, most: number): number | undefined {
    const value = this.text(name)?.trim();
    if (value === undefined) return undefined;
    const number = /^\d{1,12}$/.test(value) ? Number(value) : NaN;
    if (!(number >= least && number <= most)) throw bad(name, `a whole number from ${least} to ${most}`);
    return number;
  }
  yes(name: string): boolean {
    const value = this.text(name)?.trim().toLowerCase();
    if (value === undefined || value === "false" || value === "0") return false;
    if (value === "true" || value === "1") return true;
    throw bad(name, "true or false");
  }
  id(name: string): string | undefined {
    const value = this.text(name)?.trim();
    if (value !== undefined && !isId(value)) throw bad(name, "a UUID");
    return value?.toLowerCase();
  }
  moment(name: string): Date | undefined {
    // A plus sign that was not escaped has become a space.
    const value = this.text(name)
      ?.trim()
      .replace(/ (\d\d:?\d\d)$/, "+$1");
    if (value === undefined) return undefined;
    const form = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(value);
    const said = form?.[1] && !form[4] ? `${value}Z` : value;
    const at = new Date(said.replace(" ", "T").toUpperCase());
    if (!form || Number.isNaN(at.getTime()))
      throw bad(name, "a date or a date-time, such as 2026-01-31T09:00:00Z");
    return at;
  }
}

function pagingOf(given: Given): Pick<HsdsAsk, "page" | "perPage" | "ndjson" | "minimal"> {
  const format = given.text("format")?.trim().toLowerCase() ?? "json";
  if (format !== "json" && format !== "ndjson") throw bad("format", "json or ndjson");
  const minimal = given.yes("minimal");
  const most = minimal ? mostMinimal : mostPerPage;
  return {
    page: given.whole("page", 1, 1_000_000_000) ?? 1,
    perPage: given.whole("per_page", 1, most) ?? (minimal ? mostMinimal : perPageUnlessSaid),
    ndjson: format === "ndjson",
    minimal,
  };
}

function placeOf(given: Given): Pick<OutgoingFilter, "postcode" | "proximity"> {
  const postcode = given.text("postcode")?.trim();
  const proximity = given.text("proximity")?.trim();
  if (postcode !== undefined && !/^\d{5}(-?\d{4})?$/.test(postcode))
    throw bad("postcode", "a ZIP code of five digits");
  if (proximity !== undefined && !/^\d{1,8}(\.\d+)?$/.test(proximity))
    throw bad("proximity", "a number of metres");
  if (proximity !== undefined && postcode === undefined)
    throw new HsdsProblem(400, "proximity is measured from a postcode: give one.", "postcode");
  return {
    ...(postcode ? { postcode: postcode.slice(0, 5) } : {}),
    ...(proximity ? { proximity: Number(proximity) } : {}),
  };
}

/** What a list is asked for, by the parameters of the specification's openapi file. Throws HsdsProblem. Names it does not know are ignored. */
export function readParameters(object: OutgoingList, values: ReadonlyMap<string, string>): HsdsAsk {
  for (const name of values.keys())
    if (allParameters.has(name) && !parametersOf[object].includes(name))
      throw new HsdsProblem(400, `${name} is no parameter of this list.`, name);
  const given = new Given(values);
  const search = given.text("search");
  if (search && search.length > 1_000) throw bad("search", "at most 1,000 characters long");
  const filter = {
    search,
    taxonomyTermId: given.id("taxonomy_term_id"),
    taxonomyId: given.id("taxonomy_id"),
    organizationId: given.id("organization_id"),
    modifiedAfter: given.moment("modified_after"),
    parentId: given.id("parent_id"),
    topOnly: given.yes("top_only") || undefined,
    ...placeOf(given),
  };
  const said = Object.entries(filter).filter(([, value]) => value !== undefined);
  return {
    filter: Object.fromEntries(said) as OutgoingFilter,
    ...pagingOf(given),
    full: given.yes("full"),
    fullService: given.yes("full_service"),
  };
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);

/** Parameters of a POST: of its address, and of its body (JSON object or form), which count more. Throws HsdsProblem. */
export function readBodyParameters(
  query: URLSearchParams,
  type: string | null,
  body: string,
): Map<string, string> {
  const values = new Map(query);
  if (body.trim() === "") return values;
  if (type?.toLowerCase().startsWith("application/x-www-form-urlencoded"))
    return new Map([...values, ...new URLSearchParams(body)]);
  let said: unknown;
  try {
    said = JSON.parse(body);
  } catch {
    throw new HsdsProblem(400, "The body must be a JSON object or a form with the parameters of the list.");
  }
  if (typeof said !== "object" || said === null || Array.isArray(said))
    throw new HsdsProblem(400, "The body must be a JSON object with the parameters of the list.");
  for (const [name, value] of Object.entries(said)) {
    if (value === null) continue;
    if (!isPlain(value)) throw new HsdsProblem(400, `${name} must be a text, a number, true or false.`, name);
    values.set(name, String(value));
  }
  return values;
}
