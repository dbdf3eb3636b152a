import { changeNeed, changeSituation, readArea, saveArea } from "../../directory/index.server";
import { changeNeedSchema } from "../../directory/code-lists/change-need.schema";
import { changeSituationSchema } from "../../directory/code-lists/change-situation.schema";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { readJurisdictionSettings } from "../../organizations/jurisdiction-settings";
import { saveBasis } from "../change-basis.server";
import { changeSenders } from "../change-senders.server";
import { readInForce } from "../write-version.server";
import type { Translation } from "./translation";

/** Words of one row as they are to be. */
export type NewWords = Pick<Translation, "kind" | "of" | "english" | "spanish">;
type Write = (ctx: Ctx, words: NewWords, dryRun: boolean) => Promise<unknown>;

const writeNeed: Write = async (ctx, { of: code, english, spanish }, dryRun) => {
  const { jurisdictionId } = ctx.actor;
  const entry = await ctx.tx.codeListEntry.findFirst({ where: { jurisdictionId, list: "need", code } });
  if (!entry) throw new NotFound();
  const input = {
    ...{ code, version: entry.version, nameEn: english, nameEs: spanish },
    synonymsEn: entry.synonymsEn.join("\n"),
    synonymsEs: entry.synonymsEs.join("\n"),
  };
  return dryRun ? parseInput(changeNeedSchema, input) : changeNeed(ctx, input);
};

const writeSituation: Write = async (ctx, { of: code, english, spanish }, dryRun) => {
  const { jurisdictionId } = ctx.actor;
  const entry = await ctx.tx.codeListEntry.findFirst({ where: { jurisdictionId, list: "situation", code } });
  if (!entry) throw new NotFound();
  const input = {
    ...{ code, version: entry.version, nameEn: english, nameEs: spanish, needCodes: entry.needCodes },
    synonymsEn: entry.synonymsEn.join("\n"),
    synonymsEs: entry.synonymsEs.join("\n"),
    words: entry.words.join("\n"),
  };
  return dryRun ? parseInput(changeSituationSchema, input) : changeSituation(ctx, input);
};

const writeArea: Write = async (ctx, { of: id, english, spanish }, dryRun) => {
  const { version, otherNames, zips, counties } = await readArea(ctx, { id });
  const ground = { zips: zips.join(" "), counties: counties.join("\n"), otherNames: otherNames.join("\n") };
  return saveArea(ctx, { id, version, dryRun, nameEn: english, nameEs: spanish, ...ground });
};

const writeBasis: Write = async (ctx, { of: key, english, spanish }, dryRun) => {
  const { version, kept } = await readInForce(ctx);
  const basis = readJurisdictionSettings(kept.settings).disclosureBases.find((one) => one.key === key);
  if (!basis) throw new NotFound();
  const { kind, citation, namesSender } = basis;
  const rest = { kind, citation, namesSender };
  return saveBasis(ctx, { version, dryRun, key, ...rest, labelEn: english, labelEs: spanish });
};

/** The sender and the lines are of one form, and so of one version. */
async function writeSenders(ctx: Ctx, changed: readonly NewWords[], dryRun: boolean) {
  const { version, kept } = await readInForce(ctx);
  const { senders, lines } = readJurisdictionSettings(kept.settings);
  const now = (of: string, known: Record<string, string>) => {
    const next = changed.find((one) => one.of === of);
    return { en: next?.english ?? known["en"] ?? "", es: next?.spanish ?? known["es"] ?? "" };
  };
  const sender = now("neutral", senders.neutral);
  const support = now("support_line", lines.support_line);
  const hotline = now("hotline", lines.hotline);
  return changeSenders(ctx, {
    ...{ version, dryRun, named: senders.named, senderEn: sender.en, senderEs: sender.es },
    ...{ supportLineEn: support.en, supportLineEs: support.es },
    ...{ hotlineEn: hotline.en, hotlineEs: hotline.es },
  });
}

const writers = { need: writeNeed, situation: writeSituation, area: writeArea, basis: writeBasis };
const isOfSenders = ({ kind }: NewWords) => kind === "sender" || kind === "line";

/**
 * Writes words through the operations that own them, each with its version, history and audit entry; `dryRun` only lets them
 * refuse. Throws what they throw, and NotFound for words that are not changed here.
 */
export async function writeWords(ctx: Ctx, all: readonly NewWords[], dryRun = false): Promise<void> {
  const ofSenders = all.filter(isOfSenders);
  for (const words of all.filter((one) => !isOfSenders(one))) {
    const { kind } = words;
    const write = kind in writers ? writers[kind as keyof typeof writers] : null;
    if (!write) throw new NotFound();
    await write(ctx, words, dryRun);
  }
  if (ofSenders.length > 0) await writeSenders(ctx, ofSenders, dryRun);
}
