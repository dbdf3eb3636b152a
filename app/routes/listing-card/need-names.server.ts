import type { TFunction } from "i18next";
import { needsInForce } from "~/domain/directory/index.server";
import type { Ctx } from "~/domain/kernel/context";
import type { Language } from "~/locales/languages";

const prefix = "needs:";

/**
 * `t` that calls needs as the asker's jurisdiction does, its own names before ours: on every desk, in the finder and in the
 * history alike. `version`: that of the jurisdiction's code lists where it is known already, which spares a read.
 */
export async function withNeedNames(
  ctx: Ctx,
  language: Language,
  t: TFunction,
  version?: number,
): Promise<TFunction> {
  const names = (await needsInForce(ctx, version)).names[language];
  if (names.size === 0) return t;
  const named = (key: string, options?: Record<string, unknown>) =>
    (key.startsWith(prefix) && names.get(key.slice(prefix.length))) || t(key, options ?? {});
  return named as TFunction;
}
