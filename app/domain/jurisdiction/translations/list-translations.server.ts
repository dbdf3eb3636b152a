import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { readJurisdictionSettings } from "../../organizations/jurisdiction-settings";
import { consentTextOf } from "../../referrals/family/consent-words";
import { readInForce, type InForce } from "../write-version.server";
import type { Translation, TranslationKind } from "./translation";

type Both = Record<string, string | undefined>;
const words = (
  kind: TranslationKind,
  of: string,
  { en, es }: Both,
  row: { version: number; here: boolean },
): Translation => ({ key: `${kind}:${of}`, kind, of, english: en ?? "", spanish: es ?? "", ...row });
const said = ({ english, spanish }: Translation) => english !== "" || spanish !== "";

/** Needs, situations and areas that the jurisdiction names itself. */
async function ofDirectory(ctx: Ctx): Promise<Translation[]> {
  const entries = await ctx.tx.codeListEntry.findMany({
    where: {
      AND: [
        whereFor(ctx, "list", "CodeListEntry"),
        { list: { in: ["need", "situation"] }, deprecatedAt: null },
      ],
    },
    orderBy: [{ list: "asc" }, { code: "asc" }],
  });
  const areas = await ctx.tx.area.findMany({
    where: { AND: [whereFor(ctx, "list", "Area"), { endedAt: null }] },
    orderBy: { nameEn: "asc" },
  });
  const row = (version: number) => ({ version, here: true });
  return [
    ...entries.map(({ list, code, nameEn, nameEs, version }) =>
      words(
        list === "need" ? "need" : "situation",
        code,
        { en: nameEn ?? "", es: nameEs ?? "" },
        row(version),
      ),
    ),
    ...areas.map(({ id, nameEn, nameEs, version }) =>
      words("area", id, { en: nameEn, es: nameEs ?? "" }, row(version)),
    ),
  ];
}

/** What is set for the whole jurisdiction. */
function ofSettings({ version, kept }: InForce): Translation[] {
  const settings = readJurisdictionSettings(kept.settings);
  const { asked, own } = consentTextOf(settings);
  const { senders, lines, disclosureBases } = settings;
  const here = { version, here: true };
  const elsewhere = { version, here: false };
  return [
    ...disclosureBases
      .filter(({ ended }) => !ended)
      .map(({ key, label }) => words("basis", key, label, here)),
    words("sender", "neutral", senders.neutral, here),
    words("line", "support_line", lines.support_line, here),
    words("line", "hotline", lines.hotline, here),
    words("consent", "asked", asked, elsewhere),
    words("consent", "own", own, elsewhere),
    words("county", "name", { en: kept.name, es: kept.name }, elsewhere),
    words("county", "title", { en: kept.title, es: kept.title }, elsewhere),
  ];
}

/**
 * Everything that people of the actor's jurisdiction have written in the portal's own places, in both languages; where the
 * portal's own words hold nothing is to translate. Throws Forbidden.
 */
export async function listTranslations(ctx: Ctx): Promise<Translation[]> {
  whereFor(ctx, "read", "JurisdictionVersion");
  return [...(await ofDirectory(ctx)), ...ofSettings(await readInForce(ctx))].filter(said);
}
