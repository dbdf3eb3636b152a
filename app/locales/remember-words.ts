import type { TFunction } from "i18next";

/** `t` for one request: rows of a page say the same sentences, and each is put together once. Never kept beyond it. */
export function rememberWords(t: TFunction): TFunction {
  const said = new Map<string, string>();
  const remember = (key: string, options?: Record<string, unknown>): string => {
    const asked = options ? `${key} ${JSON.stringify(options)}` : key;
    const known = said.get(asked);
    if (known !== undefined) return known;
    const words = String(t(key, options ?? {}));
    said.set(asked, words);
    return words;
  };
  return remember as TFunction;
}
