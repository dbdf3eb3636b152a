import type { z } from "zod";
import { recordAudit, whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict, Invalid } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { situations } from "../situations/situations";
import { changeSituationSchema, situationKeySchema } from "./change-situation.schema";
import { entryChanges } from "./entry-changes.server";
import { writeEntry } from "./write-entry.server";

const isOurs = (code: string): boolean => situations.some((one) => one.code === code);
const recorded = { entity: "CodeListEntry", entityId: null } as const;

/**
 * Adds what families here say, and what programs here write about it: to a situation of ours, or as one of the
 * jurisdiction's own. Holds at once in every search. Answers its code. Throws Forbidden, Invalid ({synonymsEn: ["required"]}
 * without a phrase, {words: ["required"]} for a new one that leads nowhere), Conflict.
 */
export async function changeSituation(
  ctx: Ctx,
  input: z.input<typeof changeSituationSchema>,
): Promise<string> {
  whereFor(ctx, "write", "CodeListEntry");
  const { code: asked, version, ...words } = parseInput(changeSituationSchema, input);
  const code = asked || `own-${newId(ctx.clock.now())}`;
  const own = !isOurs(code);
  if (own && asked && version === 0) throw new Conflict("situation_changed");
  if (own && !words.nameEn) throw new Invalid({ nameEn: ["required"] });
  if (own && words.synonymsEn.length + words.synonymsEs.length === 0)
    throw new Invalid({ synonymsEn: ["required"] });
  if (own && words.words.length + words.needCodes.length === 0) throw new Invalid({ words: ["required"] });
  const changes = await entryChanges(ctx, { list: "situation", code }, words);
  await writeEntry(ctx, { list: "situation", code, version }, words);
  await recordAudit(ctx, {
    ...recorded,
    event: asked ? "situation.changed" : "situation.added",
    ...changes,
  });
  return code;
}

/** A situation of the jurisdiction's own is read no more; its words stay for the day it returns. Throws Forbidden, Conflict. */
export async function endSituation(ctx: Ctx, input: z.input<typeof situationKeySchema>): Promise<void> {
  whereFor(ctx, "write", "CodeListEntry");
  const key = parseInput(situationKeySchema, input);
  if (key.version === 0 || isOurs(key.code)) throw new Conflict("situation_changed");
  await writeEntry(ctx, { list: "situation", ...key }, { deprecatedAt: ctx.clock.now() });
  await recordAudit(ctx, { ...recorded, event: "situation.ended", reason: key.code });
}

/** A situation that was ended is read again. Throws Forbidden, Conflict. */
export async function restoreSituation(ctx: Ctx, input: z.input<typeof situationKeySchema>): Promise<void> {
  whereFor(ctx, "write", "CodeListEntry");
  const key = parseInput(situationKeySchema, input);
  if (key.version === 0) throw new Conflict("situation_changed");
  await writeEntry(ctx, { list: "situation", ...key }, { deprecatedAt: null });
  await recordAudit(ctx, { ...recorded, event: "situation.restored", reason: key.code });
}
