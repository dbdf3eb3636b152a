import { createHash } from "node:crypto";
import { redirect } from "@remix-run/node";
import { actorStamp } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import type { PostedForm } from "./read-form.server";

/** Which form this is, as it was drawn and as it is filled; null for one that carries no key (`FormKey`). */
function keyOf(ctx: Ctx, url: URL, { intent, fields, typed }: PostedForm): string | null {
  if (!typed["formKey"]) return null;
  const who = actorStamp(ctx.actor).actorId ?? "";
  const path = url.pathname.replace(/\.data$/, "");
  return `form:${createHash("sha256")
    .update(JSON.stringify([who, path, intent, fields]))
    .digest("base64url")}`;
}

/**
 * An act whose form says which drawing of the page it was sent from: sent again with the same words (a double press, a
 * second try after a cut line) it is answered as the first time, and nothing is done twice. Two at once wait for each
 * other in the database. Only answers that lead on to a page are kept: an address, without words. Addresses of private
 * links are none of them: their path is the secret.
 */
export async function actOnce<T>(ctx: Ctx, url: URL, form: PostedForm, act: () => Promise<T>): Promise<T> {
  const key = keyOf(ctx, url, form);
  if (!key) return act();
  const { count } = await ctx.tx.idempotencyKey.createMany({
    data: {
      key,
      jurisdictionId: ctx.actor.jurisdictionId,
      actorId: actorStamp(ctx.actor).actorId ?? "",
      result: {},
      createdAt: ctx.clock.now(),
    },
    skipDuplicates: true,
  });
  if (count === 0) {
    const before = await ctx.tx.idempotencyKey.findUniqueOrThrow({ where: { key } });
    throw redirect((before.result as { to: string }).to, 303);
  }
  const answer = await act();
  const to = answer instanceof Response ? answer.headers.get("Location") : null;
  if (to) await ctx.tx.idempotencyKey.updateMany({ where: { key }, data: { result: { to } } });
  else await ctx.tx.idempotencyKey.deleteMany({ where: { key } });
  return answer;
}
