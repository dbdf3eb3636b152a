import type { DeskArgs } from "~/auth/desk.server";
import { NotFound } from "~/domain/kernel/errors";
import { isId } from "~/domain/kernel/ids";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { type DeskWords, deskWords } from "./find/desk-words.server";
import type { IntakeFrame } from "./intake-page";

/** The bar's facts. The count of follow-ups is the caller's to give: a search page does not count them. */
export function frameOf(
  { session }: DeskArgs,
  more: { callPath?: string; followUps?: number } = {},
): IntakeFrame {
  const { membership, name } = session;
  return {
    brand: membership.jurisdictionTitle,
    user: { name, detail: membership.teamName ?? undefined },
    followUps: more.followUps ?? 0,
    callPath: more.callPath ?? "/intake",
  };
}

export function wordsOf({ request, session }: DeskArgs): DeskWords {
  return deskWords(languageOfRequest(request), session.membership.timeZone);
}

/** An id of the path; anything that cannot be one is not found. */
export function readId(value: string | undefined): string {
  if (!isId(value)) throw new NotFound();
  return value;
}

export const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");
