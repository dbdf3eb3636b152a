import type { DeskArgs } from "~/auth/desk.server";
import { languageOfRequest } from "~/locales/language-of-request.server";
import type { Namespace } from "~/locales/languages";
import type { Words } from "~/locales/words";
import { wordsIn } from "~/locales/words-in.server";
import { withNeedNames } from "./listing-card/need-names.server";

type Asked = Pick<DeskArgs, "ctx" | "request" | "session">;

/**
 * What a desk's page writes sentences with: the page's language, the jurisdiction's time zone and names of needs, the
 * moment of the request. Keys without a prefix are of `namespace`.
 */
export async function deskWords({ ctx, request, session }: Asked, namespace: Namespace): Promise<Words> {
  const { timeZone, codeListsVersion } = session.membership;
  const language = languageOfRequest(request);
  const words = wordsIn(language, namespace, { timeZone, now: ctx.clock.now() });
  return { ...words, t: await withNeedNames(ctx, language, words.t, codeListsVersion) };
}
