import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerRefusal, asResponse } from "./answer-errors.server";
import type { ResolvedSession } from "./session";
import { requireSignedIn } from "./sign-in-first.server";

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

/** Its form: refused input answers 422, a state that does not allow it 409. */
export function accountAction<T>(run: (args: AccountArgs & { form: FormData }) => Promise<T>) {
  return async (args: ActionFunctionArgs) => {
    const account = argsOf(args);
    const form = await args.request.formData();
    try {
      return await run({ ...account, form });
    } catch (error) {
      return answerRefusal(error);
    }
  };
}
