import { z } from "zod";
import type { DeskArgs } from "~/auth/desk.server";
import { textUpTo } from "~/auth/form-fields";
import { saveCallDraft } from "~/domain/households/index.server";
import { Conflict } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";

const field = textUpTo(4_000);

/** The fields of the refer panel, as they stand in a form. The answer is never kept: nobody's yes is chosen beforehand. */
export const draftFields = z.object({
  name: field,
  phone: field,
  way: field,
  messageOk: field,
  help: field,
  /** For which program the help was asked: it is offered for no other. */
  program: field,
  script: field,
});

/** What was typed into a refused form is kept on the call, also where no script did it before; a call that ended keeps nothing. */
export async function keepDraft({ ctx, params, typed }: DeskArgs & { typed: Record<string, string> }) {
  try {
    await saveCallDraft(ctx, { callId: readId(params.id), draft: draftFields.parse(typed) });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
