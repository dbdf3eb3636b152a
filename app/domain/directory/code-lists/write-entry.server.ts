import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";

export type EntryChange = Prisma.CodeListEntryUncheckedUpdateManyInput &
  Partial<Prisma.CodeListEntryUncheckedCreateInput>;

/** Writes an entry of a code list at the version that was read (0: none yet), and makes every process read the list anew. */
export async function writeEntry(
  ctx: Ctx,
  key: { list: "need" | "situation" | "term"; code: string; version: number },
  data: EntryChange,
): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const which = { jurisdictionId, list: key.list, code: key.code };
  if (key.version === 0) {
    const { count } = await ctx.tx.codeListEntry.createMany({
      data: [{ id: newId(ctx.clock.now()), ...which, ...(data as object) }],
      skipDuplicates: true,
    });
    if (count === 0) throw new Conflict(`${key.list}_changed`);
  } else {
    const { count } = await ctx.tx.codeListEntry.updateMany({
      where: { AND: [whereFor(ctx, "write", "CodeListEntry"), which, { version: key.version }] },
      data: { ...data, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict(`${key.list}_changed`);
  }
  await ctx.tx.jurisdiction.update({
    where: { id: jurisdictionId },
    data: { codeListsVersion: { increment: 1 } },
  });
}
