import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { situations } from "../situations/situations";

export type ListedSituation = {
  code: string;
  /** 0: the jurisdiction has added nothing. */
  version: number;
  /** Its name; of one of ours the first phrase in each language. */
  nameEn: string;
  nameEs: string | null;
  synonymsEn: string[];
  synonymsEs: string[];
  words: string[];
  needCodes: string[];
  /** Ours, which always count; null of the jurisdiction's own. */
  ours: {
    en: readonly string[];
    es: readonly string[];
    words: readonly string[];
    needs: readonly string[];
  } | null;
  deprecatedAt: Date | null;
};

const nothing = {
  version: 0,
  nameEn: null,
  nameEs: null,
  synonymsEn: [] as string[],
  synonymsEs: [] as string[],
  words: [] as string[],
  needCodes: [] as string[],
  deprecatedAt: null as Date | null,
};

/** Every situation, the jurisdiction's own first by name, with what it added to ours. Throws Forbidden. */
export async function listSituations(ctx: Ctx): Promise<ListedSituation[]> {
  const reach = whereFor(ctx, "list", "CodeListEntry");
  const entries = await ctx.tx.codeListEntry.findMany({
    where: { AND: [reach, { list: "situation" }] },
    orderBy: [{ nameEn: "asc" }, { code: "asc" }],
  });
  const shown = (
    code: string,
    entry: typeof nothing | (typeof entries)[number],
    ours: ListedSituation["ours"],
  ) => ({
    code,
    version: entry.version,
    nameEn: entry.nameEn ?? ours?.en[0] ?? code,
    nameEs: entry.nameEs ?? ours?.es[0] ?? null,
    synonymsEn: entry.synonymsEn,
    synonymsEs: entry.synonymsEs,
    words: entry.words,
    needCodes: entry.needCodes,
    ours,
    deprecatedAt: entry.deprecatedAt,
  });
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const own = entries.filter(({ code }) => !situations.some((one) => one.code === code));
  return [
    ...own.map((entry) => shown(entry.code, entry, null)),
    ...situations.map(({ code, en, es, words, needs }) =>
      shown(code, byCode.get(code) ?? nothing, { en, es, words, needs }),
    ),
  ];
}
