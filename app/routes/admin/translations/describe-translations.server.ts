import {
  stateOf,
  type Translation,
  type TranslationState,
} from "~/domain/jurisdiction/translations/translation";
import { listTranslations } from "~/domain/jurisdiction/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { translate } from "~/locales/translator.server";
import type { PlainWords } from "~/locales/words";
import { pathTo } from "~/paths";

export type TranslationView = Translation & {
  where: string;
  href: string;
  state: TranslationState;
  /** What people read until the missing side is written. */
  instead: string | null;
};

const pageOf = ({ kind, of }: Translation): string => {
  if (kind === "need") return pathTo("/admin/needs/:code", { code: of });
  if (kind === "situation") return pathTo("/admin/situations/:code", { code: of });
  if (kind === "area") return pathTo("/admin/areas/:id", { id: of });
  if (kind === "basis") return `${pathTo("/admin/county/bases")}?basis=${encodeURIComponent(of)}#form`;
  if (kind === "consent") return pathTo("/admin/county/words");
  return kind === "county" ? pathTo("/admin/county") : pathTo("/admin/county/senders");
};

/** Where words are read, in words; `name` is what they are called there. */
const whereOf = ({ t }: PlainWords, { kind, of }: Pick<Translation, "kind" | "of">, name: string) =>
  kind === "need" || kind === "situation" || kind === "area" || kind === "basis"
    ? t(`admin-translations:kind.${kind}`, { name })
    : kind === "sender"
      ? t("admin-translations:kind.sender")
      : t(`admin-translations:kind.${kind}.${of}`);

/** The portal's own word in a language, where it has one. */
function ours({ kind, of }: Translation, language: "en" | "es"): string | null {
  if (kind === "need") return translate(language, "needs")(of);
  if (kind === "sender") return translate(language, "provider")("detail.neutralSender");
  return kind === "line" ? translate(language, "intake")(`line.${of}`) : null;
}

/** What stands for the side that is missing: the portal's own word, of an area and a basis the other side. */
function insteadOf(row: Translation): string | null {
  const state = stateOf(row);
  if (state !== "missing_es" && state !== "missing_en") return null;
  return ours(row, state === "missing_es" ? "es" : "en") ?? (row.english || row.spanish);
}

/** Every word of the jurisdiction's own as a page and a file tell it. */
export async function describeTranslations(ctx: Ctx, words: PlainWords): Promise<TranslationView[]> {
  return (await listTranslations(ctx)).map((row) => {
    const own = words.language === "es" ? row.spanish || row.english : row.english || row.spanish;
    const name = row.kind === "need" ? (ours(row, words.language) ?? own) : own;
    return {
      ...row,
      where: whereOf(words, row, name),
      href: pageOf(row),
      state: stateOf(row),
      instead: insteadOf(row),
    };
  });
}
