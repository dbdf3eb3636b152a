import { createHash } from "node:crypto";
import type { z } from "zod";
import { getPublishedListings } from "../../directory/index.server";
import { foldWords } from "../../directory/search/plain-words";
import { recordAudit, whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { changeSchema, type makeSuggestionSchema, newProgramSchema } from "./suggestion.schema";

/** More than these waiting is not people telling us something. */
const waitingAtMost = { listing: 30, jurisdiction: 2000 };

function sameAs(kind: string, serviceId: string | null, proposed: object): string {
  const said = Object.entries(proposed).map(([field, value]) => [
    field,
    foldWords(String(value)).replace(/\s+/g, " "),
  ]);
  return createHash("sha256")
    .update(JSON.stringify([kind, serviceId, said.sort()]))
    .digest("hex");
}

/**
 * Anyone suggests a program, a change or that a program is no more. Nothing shows before a person of the agency takes it.
 * Throws NotFound for a listing that is not published, Invalid (by field: required, too_long, email, nothing), Conflict("too_many").
 */
export async function makeSuggestion(ctx: Ctx, input: z.input<typeof makeSuggestionSchema>): Promise<string> {
  const reach = whereFor(ctx, "make", "Suggestion");
  const said =
    input.kind === "new_listing" ? parseInput(newProgramSchema, input) : parseInput(changeSchema, input);
  const { kind, words, contactEmail, language } = said;
  const [listing] = "slug" in said ? await getPublishedListings(ctx, { slugs: [said.slug] }) : [];
  if ("slug" in said && !listing) throw new NotFound();
  const serviceId = listing?.serviceId ?? null;
  const open = { AND: [reach, { status: "open" }] };
  const all = await ctx.tx.suggestion.count({ where: open });
  const own = serviceId ? await ctx.tx.suggestion.count({ where: { AND: [open, { serviceId }] } }) : 0;
  if (all >= waitingAtMost.jurisdiction || own >= waitingAtMost.listing) throw new Conflict("too_many");
  const proposed = Object.fromEntries(Object.entries(said.proposed).filter(([, value]) => value));
  const at = ctx.clock.now();
  const id = newId(at);
  const { jurisdictionId } = ctx.actor;
  await ctx.tx.suggestion.createMany({
    data: [
      {
        id,
        jurisdictionId,
        kind,
        serviceId,
        proposed,
        words,
        contactEmail,
        language,
        sameAs: sameAs(kind, serviceId, proposed),
        at,
      },
    ],
  });
  await recordAudit(ctx, {
    event: "suggestion.made",
    entity: "Suggestion",
    entityId: id,
    fields: Object.keys(proposed),
  });
  return id;
}
