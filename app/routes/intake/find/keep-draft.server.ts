import { z } from "zod";
import type { DeskArgs } from "~/auth/desk.server";
import { textUpTo } from "~/auth/form-fields";
import { saveCallDraft } from "~/domain/households/index.server";
import { readId } from "~/domain/kernel/ids";

const field = textUpTo(4_000);

/** The fields of the refer panel, as they stand in a form. The answer is never kept: nobody's yes is chosen beforehand. */
export const draftFields = z.object({
  name: field,
  phone: field,
  way: field,
  messageOk: field,
  help: field,
  script: field,
});

/** What was typed into a refused form is kept on the call, also where no script did it before. */
export function keepDraft({ ctx, params, typed }: DeskArgs & { typed: Record<string, string> }) {
  return saveCallDraft(ctx, { callId: readId(params.id), draft: draftFields.parse(typed) });
}
