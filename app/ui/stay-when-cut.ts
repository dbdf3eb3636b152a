import {
  type ClientActionFunctionArgs,
  isRouteErrorResponse,
  replace,
  type ShouldRevalidateFunction,
} from "@remix-run/react";
import { pageFlag } from "./page-flag";

const { is: isCut, say, useFlag } = pageFlag();

/** Whether the last form was answered by nobody: nothing is known of it, and its words are still in it. */
export const useLineCut = useFlag;

/**
 * The action of a page with script: where the line is cut or the server is away, the page stays as it is. The same form
 * sent again is done once (auth/act-once). A draft that is saved in passing leads nowhere.
 */
export async function stayWhenCut({ request, serverAction }: ClientActionFunctionArgs) {
  const draft = new URLSearchParams(await request.clone().text()).get("intent") === "draft";
  try {
    const answer = await serverAction<unknown>();
    if (!draft) say(false);
    return answer;
  } catch (error) {
    const answered = error instanceof Response || (isRouteErrorResponse(error) && error.status < 500);
    if (draft) return null;
    say(!answered);
    if (answered) throw error;
    throw replace(window.location.pathname + window.location.search);
  }
}

type Refused = { ok?: boolean; conflict?: string | null } | undefined;

/** Where the line was cut, and where only words were refused, nothing is asked anew. */
export const unlessCut: ShouldRevalidateFunction = ({
  actionResult,
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => {
  const { ok, conflict } = (actionResult as Refused) ?? {};
  if (ok === false && !conflict) return false;
  return !(isCut() && currentUrl.href === nextUrl.href) && defaultShouldRevalidate;
};
