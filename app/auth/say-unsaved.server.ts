import { type ActionFunctionArgs, data } from "@remix-run/node";
import { type PostedForm, readForm } from "./read-form.server";

/**
 * An action of a page that, where the database gave up on it, is drawn anew with what `refuse` makes of the posted form, as 503: it
 * says that nothing was saved, which an error page would leave open.
 */
export async function sayUnsaved<T, R>(
  args: ActionFunctionArgs,
  act: (args: ActionFunctionArgs) => Promise<T>,
  refuse: (form: PostedForm) => R,
) {
  const posted = args.request.clone();
  try {
    return await act(args);
  } catch (error) {
    if (!(error instanceof Response && error.status === 503)) throw error;
    return data(refuse(await readForm(posted)), { status: 503, headers: { "Retry-After": "5" } });
  }
}
