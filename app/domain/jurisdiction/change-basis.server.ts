import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { type DisclosureBasis, readJurisdictionSettings } from "../organizations/jurisdiction-settings";
import { saveBasisSchema, settleBasisSchema } from "./change-basis.schema";
import type { FactChange } from "./changes-between";
import { countOnBases } from "./count-on-bases.server";
import type { KeptJurisdiction } from "./kept-jurisdiction";
import { readInForce, writeVersion } from "./write-version.server";

const basesOf = (kept: KeptJurisdiction) => readJurisdictionSettings(kept.settings).disclosureBases;
const withBases = (kept: KeptJurisdiction, disclosureBases: readonly DisclosureBasis[]) => ({
  ...kept,
  settings: { ...kept.settings, disclosureBases },
});

/** A key of its own: what the basis is called, in signs of an address. */
function newKey(label: string, bases: readonly DisclosureBasis[]): string {
  const word = label
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
  const plain = word.replace(/^_+|_+$/g, "").slice(0, 40) || "basis";
  const taken = new Set(bases.map(({ key }) => key));
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? plain : `${plain}_${count}`;
    if (!taken.has(key)) return key;
  }
}

const sameGround = (one: DisclosureBasis, other: DisclosureBasis) =>
  one.kind === other.kind && one.citation === other.citation;

/** A basis whose kind and citation no referral stands on may get others; what stands is ended and made anew. */
function placed(
  bases: readonly DisclosureBasis[],
  next: DisclosureBasis,
  standing: number,
): DisclosureBasis[] {
  if (bases.some((one) => one.key !== next.key && sameGround(one, next)))
    throw new Invalid({ citation: ["basis_twice"] });
  const before = bases.find(({ key }) => key === next.key);
  if (!before) return [...bases, next];
  if (standing > 0 && !sameGround(before, next)) throw new Invalid({ citation: ["basis_stands"] });
  return bases.map((one) => (one.key === next.key ? next : one));
}

/** Adds a disclosure basis or changes one; answers what changes. Throws Forbidden, NotFound, Invalid, Conflict. */
export async function saveBasis(ctx: Ctx, input: z.input<typeof saveBasisSchema>): Promise<FactChange[]> {
  whereFor(ctx, "write", "JurisdictionVersion");
  const { version, dryRun, key, ...typed } = parseInput(saveBasisSchema, input);
  const bases = basesOf((await readInForce(ctx)).kept);
  const before = bases.find((one) => one.key === key);
  if (key !== "" && !before) throw new NotFound();
  const next: DisclosureBasis = {
    key: before?.key ?? newKey(typed.labelEn, bases),
    ...{ kind: typed.kind, citation: typed.citation, namesSender: typed.namesSender },
    label: { ...before?.label, en: typed.labelEn, es: typed.labelEs },
    ended: before?.ended ?? false,
  };
  const standing = before ? ((await countOnBases(ctx, [before]))[before.key] ?? 0) : 0;
  return writeVersion(ctx, { version, dryRun, event: "jurisdiction.basis_saved" }, (kept) =>
    withBases(kept, placed(basesOf(kept), next, standing)),
  );
}

/**
 * Ends a basis for new referrals, takes it into use again, or removes one that no referral stands on. Throws Forbidden,
 * NotFound, Conflict ("basis_stands").
 */
export async function settleBasis(ctx: Ctx, input: z.input<typeof settleBasisSchema>): Promise<FactChange[]> {
  whereFor(ctx, "write", "JurisdictionVersion");
  const { version, key, act } = parseInput(settleBasisSchema, input);
  const basis = basesOf((await readInForce(ctx)).kept).find((one) => one.key === key);
  if (!basis) throw new NotFound();
  if (act === "remove" && (await countOnBases(ctx, [basis]))[key]) throw new Conflict("basis_stands");
  const settled = act === "remove" ? [] : [{ ...basis, ended: act === "end" }];
  return writeVersion(ctx, { version, dryRun: false, event: `jurisdiction.basis_${pastOf[act]}` }, (kept) =>
    withBases(
      kept,
      basesOf(kept).flatMap((one) => (one.key === key ? settled : [one])),
    ),
  );
}

const pastOf = { end: "ended", restore: "restored", remove: "removed" } as const;
