import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { listTranslations } from "./list-translations.server";
import { writeWords } from "./write-words.server";

const schema = z.object({
  key: z.string(),
  version: z.coerce.number().int().min(0),
  language: z.enum(["en", "es"]),
  words: z
    .string()
    .max(1000, "too_long")
    .transform((text) => text.trim())
    .pipe(z.string().min(1, "required")),
});

/** What the owning operation says of a field, said of the one field that is here. */
const ofWords = (error: unknown): unknown =>
  error instanceof Invalid
    ? new Invalid({ words: Object.values(error.fieldErrors).flat().slice(0, 1) })
    : error;

/**
 * Writes one side of the jurisdiction's own words, through the operation that owns them. Throws Forbidden, NotFound, Invalid
 * ({ words }), Conflict ("translation_changed", or the owner's).
 */
export async function saveTranslation(ctx: Ctx, input: z.input<typeof schema>): Promise<void> {
  whereFor(ctx, "write", "JurisdictionVersion");
  const { key, version, language, words } = parseInput(schema, input);
  const row = (await listTranslations(ctx)).find((one) => one.key === key);
  if (!row?.here) throw new NotFound();
  if (row.version !== version) throw new Conflict("translation_changed");
  const side = language === "en" ? { english: words } : { spanish: words };
  try {
    await writeWords(ctx, [{ ...row, ...side }]);
  } catch (error) {
    throw ofWords(error);
  }
}
