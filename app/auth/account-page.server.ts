import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerRefusedForm, asResponse } from "./answer-errors.server";
import { readForm } from "./read-form.server";
import type { ResolvedSession } from "./session";
import { requireSignedIn } from "./sign-in-first.server";
import { actsOf, type FormActs, type FormSchemas, takeForm } from "./take-form.server";

type AccountArgs = {
  request: Request;
  url: URL;
  params: LoaderFunctionArgs["params"];
  session: ResolvedSession;
};

function argsOf({ request, params, context }: LoaderFunctionArgs): AccountArgs {
  return { request, params, url: new URL(request.url), session: requireSignedIn(request, context.session) };
}

/** A page about oneself, for everybody who has signed in with both steps, whatever their role. */
export function accountLoader<T>(run: (args: AccountArgs) => Promise<T>) {
  return async (args: LoaderFunctionArgs): Promise<T> => {
    const account = argsOf(args);
    try {
      return await run(account);
    } catch (error) {
      throw asResponse(error);
    }
  };
}

type OpenArgs = Omit<AccountArgs, "session"> & { session: ResolvedSession | null };

const actionFor =
  <Args>(argsOf: (args: ActionFunctionArgs) => Args) =>
  <S extends FormSchemas, A extends FormActs<Args, S>>(acts: A & FormActs<Args, S>) =>
  async (args: ActionFunctionArgs) => {
    const account = argsOf(args);
    const form = await readForm(args.request);
    try {
      return await takeForm<Args, S, A>(acts, form)(account);
    } catch (error) {
      return answerRefusedForm(error, form.typed);
    }
  };

export const accountActs = actsOf<AccountArgs>();

/** Its forms, by intent, as deskAction takes them. */
export const accountAction = actionFor(argsOf);

/** Forms of whoever comes, signed in or not yet. */
export const openAction = actionFor(
  ({ request, params, context }): OpenArgs => ({
    request,
    params,
    url: new URL(request.url),
    session: context.session,
  }),
);
