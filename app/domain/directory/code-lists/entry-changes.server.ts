import type { Ctx } from "../../kernel/context";

type Words = Record<string, string | readonly string[] | null>;
const longest = 1_000;

const asList = (value: string | readonly string[] | null | undefined): readonly string[] =>
  value === null || value === undefined || value === "" ? [] : [value].flat();

/** What is taken off and what is new: "synonymsEn: chow -> grub, eats"; nothing where it is the same. */
function changeOf(field: string, before: readonly string[], after: readonly string[]): string[] {
  const only = (one: readonly string[], other: readonly string[]) =>
    one.filter((word) => !other.includes(word)).join(", ") || "-";
  const [from, to] = [only(before, after), only(after, before)];
  return from === "-" && to === "-" ? [] : [`${field}: ${from} -> ${to}`];
}

/**
 * What a change to an entry of a code list will do, for the audit, from what to what; read before it is written. Begins with
 * the entry's code.
 */
export async function entryChanges(
  ctx: Ctx,
  key: { list: "need" | "situation"; code: string },
  after: Words,
): Promise<{ fields: string[]; reason: string }> {
  const before = await ctx.tx.codeListEntry.findFirst({
    where: { jurisdictionId: ctx.actor.jurisdictionId, ...key },
  });
  const had = (before ?? {}) as unknown as Words;
  const changes = Object.entries(after).flatMap(([field, value]) =>
    changeOf(field, asList(had[field]), asList(value)).map((words) => ({ field, words })),
  );
  const reason = [key.code, ...changes.map(({ words }) => words)].join("; ");
  return { fields: changes.map(({ field }) => field), reason: reason.slice(0, longest) };
}
