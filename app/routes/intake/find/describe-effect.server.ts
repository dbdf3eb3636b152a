import { readProgramEffect } from "~/domain/directory/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { effectInWords } from "~/listing-words/effect-in-words";
import type { Words } from "~/locales/words";
import type { PanelView } from "./view";

/** What a program strengthens and what should be better afterwards, for its opened panel; nothing where it does not say. */
export async function describeEffect(ctx: Ctx, { t }: Words, serviceId: string): Promise<PanelView["facts"]> {
  const effect = await readProgramEffect(ctx, { id: serviceId });
  return (["protectiveFactors", "desiredOutcomes"] as const).flatMap((list) => {
    const words = effectInWords(t, list, effect[list]);
    return words ? [{ label: t(`provider-listings:field.${list}`), words, short: false }] : [];
  });
}
