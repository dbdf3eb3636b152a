import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { lineReader } from "./line-reader.server";
import { takeChipSchema } from "./read-search.schema";
import { withoutChip } from "./without-chip";

/**
 * A typed line without the words that a chip was read from, so that it is not read again; the line as it is where the chip is not
 * from it. Throws Invalid for a line over 2,000 characters.
 */
export async function takeChipFromLine(
  ctx: Ctx,
  input: z.input<typeof takeChipSchema>,
): Promise<{ line: string }> {
  whereFor(ctx, "search", "Service");
  const { line, language, chip } = parseInput(takeChipSchema, input);
  return { line: withoutChip(line, chip, await lineReader(ctx, language)) };
}
