import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { HttpClient } from "./drive-load";
import type { RecordedSearch } from "./record-searches";

export interface BenchCall {
  id: string;
  /** The program of this call's search that is referred to. */
  slug: string;
  /** What is read aloud before the family says yes, in English; the form sends it back. */
  words: string;
}
export interface SignedIn {
  client: HttpClient;
  /** Headers of a browser that is signed in and posts from the portal's own page. */
  headers: Record<string, string>;
}

const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

/** Posts a form as the browser does and answers where it leads; throws unless it was taken. */
export async function postForm(
  { client, headers }: SignedIn,
  path: string,
  fields: Record<string, string>,
): Promise<string> {
  const answer = await client.ask({
    path,
    method: "POST",
    headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
    body: form(fields),
  });
  const to = answer.headers.location;
  if (answer.status < 300 || answer.status > 399 || !to)
    throw new Error(`POST ${path} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
  return to;
}

/** Empties what earlier runs wrote, so that every run meets tables of the same size. */
export async function forgetReferrals(owner: pg.Client): Promise<void> {
  await owner.query(
    "truncate household, intake_call, service_referral, outbox_message, audit_entry, idempotency_key, unmet_need cascade",
  );
  await owner.query("truncate pgboss.job");
}

/** One call opened and searched through the portal's own pages for each line. */
export async function openCalls(worker: SignedIn, searches: readonly RecordedSearch[]): Promise<BenchCall[]> {
  const calls: BenchCall[] = [];
  for (const { line, slug } of searches) {
    const path =
      (await postForm(worker, "/intake?index", { intent: "open", line: "support_line" })).split(/[?#]/)[0] ??
      "";
    await postForm(worker, path, { intent: "search", q: line });
    calls.push({ id: path.split("/").at(-1) ?? "", slug, words: "" });
  }
  return calls;
}

/** `times` copies of every call, as if as many families had called: each takes one referral. */
export async function copyCalls(
  owner: pg.Client,
  calls: readonly BenchCall[],
  times: number,
): Promise<BenchCall[]> {
  const columns = (
    await owner.query<{ names: string }>(
      `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as names from information_schema.columns
       where table_schema = 'public' and table_name = 'intake_call' and column_name <> 'id'`,
    )
  ).rows[0]?.names;
  const copies: BenchCall[] = [];
  for (const call of calls) {
    const { rows } = await owner.query<{ id: string }>(
      `insert into intake_call (id, ${columns}) select gen_random_uuid(), ${columns} from intake_call, generate_series(1, $2) where id = $1 returning id`,
      [call.id, times],
    );
    copies.push(...rows.map(({ id }) => ({ ...call, id })));
  }
  // In an order that mixes the searches.
  return copies.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const fieldNames = /<(?:input|textarea|select|button)\b[^>]*\bname="([^"]+)"/g;

/** The refer form as a worker fills it in. */
export const filledForm = (n: number, { words }: BenchCall): Record<string, string> => ({
  intent: "send",
  formKey: randomUUID(),
  name: `Sample Parent ${n}`,
  phone: `410 ${String(5_550_000 + n)}`,
  way: "call",
  messageOk: "on",
  help: "Evenings are hard, bedtime takes hours.",
  script: "en",
  wordsEn: words,
  answer: "yes",
});

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};
const decoded = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (one) => entities[one] ?? one);

/** A call with the words of its form: a yes to no words is refused, and the form drawn anew has them. Throws when it lacks a field. */
export async function withWords({ client, headers }: SignedIn, call: BenchCall): Promise<BenchCall> {
  const fields = filledForm(0, call);
  const page = await client.ask({
    path: referPath(call),
    method: "POST",
    headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
    body: form(fields),
  });
  const markup = /<form[^>]*id="refer"[\s\S]*?<\/form>/.exec(page.body)?.[0] ?? "";
  const offered = new Set([...markup.matchAll(fieldNames)].map((found) => found[1]));
  const missing = Object.keys(fields).filter((name) => !offered.has(name));
  const words = /name="wordsEn" value="([^"]+)"/.exec(markup)?.[1];
  if (page.status !== 422 || missing.length > 0 || !words)
    throw new Error(
      `POST ${referPath(call)} answered ${page.status}; its form has no ${missing.join(", ")}.`,
    );
  return { ...call, words: decoded(words) };
}

export function referPath({ id, slug }: BenchCall): string {
  return `/intake/calls/${id}/refer/${slug}?at=1`;
}
