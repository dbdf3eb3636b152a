import type { LinkCandidate } from "~/db/generated/client";
import type { Ctx } from "~/domain/kernel/context";
import { reviewedRule } from "./link-run";
import type { Answer } from "./settle-readings";
import { type LinkChange, writeLinks } from "./write-links.server";

type Settled = { answer: Answer; reasonCode: string; personHash: string; childHash: string };

const kinds = { same: "confirm", different: "reject", not_enough: "aside", split: "aside" } as const;
const states = { same: "linked", different: "apart", not_enough: "aside", split: "aside" } as const;

/**
 * Makes what readers settled hold: "same" links, in place of another link of the child here, whose other candidates go;
 * anything else ends a link of this very pair. The digests say of which records it was said.
 */
export async function applyAnswer(ctx: Ctx, row: LinkCandidate, settled: Settled): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const { personId, agencyChildId } = row;
  const { answer, ...evidence } = settled;
  const current = await ctx.tx.personLink.findFirst({ where: { jurisdictionId, personId } });
  const isLinked = current?.agencyChildId === agencyChildId;
  const ended: LinkChange[] =
    current && (answer === "same" || isLinked)
      ? [
          {
            ...{ personId, agencyChildId: current.agencyChildId, rule: current.rule },
            ...{ kind: "supersede", evidence: { reason: "reviewed" } },
          },
        ]
      : [];
  const said: LinkChange = {
    ...{ personId, agencyChildId, kind: kinds[answer], rule: reviewedRule },
    evidence: { ...evidence, answer },
  };
  await writeLinks(ctx, null, [...ended, said]);
  const state = states[answer];
  await ctx.tx.linkCandidate.updateMany({
    where: { jurisdictionId, id: row.id },
    data: { state, whyOpen: null, priority: 0 },
  });
  if (answer === "same")
    await ctx.tx.linkCandidate.deleteMany({ where: { jurisdictionId, personId, id: { not: row.id } } });
}
