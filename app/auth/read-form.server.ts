import { cleanText } from "~/domain/kernel/clean-text";

/** A posted field, a list when its name comes again; a name with dots ("children.0.birthDate") opens fields of its own. */
type Field = string | string[] | Fields;
export interface Fields {
  [name: string]: Field;
}

export type PostedForm = {
  /** Null: none, several, or no text. */
  intent: string | null;
  fields: Fields;
  /** What was typed, for the page that is drawn anew: first values, no secret. */
  typed: Record<string, string>;
};

/** More than any form of ours has, the longest list of boxes included. */
const mostFields = 2_000;
const nested = /^\w{1,40}(\.\w{1,40}){1,2}$/;
const typedLength = 4_000;
/** Never sent back. */
const secret = new Set(["password", "currentPassword", "newPassword", "code", "passkey"]);
/** A password is any signs; words that were shown come back as they were. */
const asTyped = new Set([...secret, "wordsShown"]);

async function readWords(request: Request): Promise<[string, string][]> {
  const words: [string, string][] = [];
  try {
    for (const [name, value] of await request.formData()) {
      if (typeof value !== "string") throw new TypeError("a file where words are asked for");
      words.push([name.replaceAll("\0", ""), asTyped.has(name) ? value : cleanText(value)]);
    }
  } catch {
    throw new Response(null, { status: 400 });
  }
  return words;
}

/** Where a name's last part is written; an object without a prototype, so that every key is its own. */
function placeOf(fields: Fields, steps: readonly string[]): Fields | null {
  let at = fields;
  for (const step of steps) {
    const inner = (at[step] ??= Object.create(null));
    if (typeof inner === "string" || Array.isArray(inner)) return null;
    at = inner;
  }
  return at;
}

function nest(values: Map<string, string[]>): Fields {
  const fields: Fields = Object.create(null);
  for (const [name, all] of values) {
    const steps = nested.test(name) ? name.split(".") : [name];
    const last = steps.pop();
    const place = placeOf(fields, steps);
    if (place && last !== undefined) place[last] = all.length === 1 && all[0] !== undefined ? all[0] : all;
  }
  return fields;
}

/**
 * The words of a posted form. 400 for a body that is none: no content type, another one, broken, or with a file;
 * 413 for one of more fields than a form of ours can have.
 */
export async function readForm(request: Request): Promise<PostedForm> {
  const words = await readWords(request);
  if (words.length > mostFields) throw new Response(null, { status: 413 });
  const values = new Map<string, string[]>();
  for (const [name, value] of words) {
    const before = values.get(name);
    if (before) before.push(value);
    else values.set(name, [value]);
  }
  const intents = values.get("intent") ?? [];
  const typed = [...values].filter(([name]) => !secret.has(name));
  return {
    intent: intents.length === 1 ? (intents[0] ?? null) : null,
    fields: nest(values),
    typed: Object.fromEntries(typed.map(([name, [first = ""]]) => [name, first.slice(0, typedLength)])),
  };
}
