import { z } from "zod";
import { database } from "~/db/client.server";
import { parseInput } from "~/domain/kernel/parse-input";
import type { ResolvedSession } from "./session";

const schema = z.object({
  locale: z.enum(["en", "es"], { error: "language_needed" }),
  shortcutsOn: z.boolean(),
  largeText: z.boolean(),
});
export type Preferences = z.output<typeof schema>;

/** Keeps a person's own language, single-letter shortcuts and text size. */
export async function updatePreferences(session: ResolvedSession, input: unknown): Promise<Preferences> {
  const data = parseInput(schema, input);
  await database().prisma.user.updateMany({ where: { id: session.userId }, data });
  return data;
}
