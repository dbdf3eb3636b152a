import type { ActionFunctionArgs } from "@remix-run/node";
import { answerRefusal } from "./answer-errors.server";
import { type DeskArgs, inDesk, requireDesk } from "./desk.server";
import type { Desk } from "./desk-roles";

/**
 * A desk's form with a file: guards first, then `receive` takes the body as a stream, and only then the request's one
 * transaction opens, so that no slow sender holds one.
 */
export function deskUpload<R, T>(
  desk: Desk,
  receive: (request: Request) => Promise<R>,
  run: (args: DeskArgs & { received: R }) => Promise<T>,
) {
  return async (args: ActionFunctionArgs) => {
    const session = await requireDesk(desk, args);
    const received = await receive(args.request);
    try {
      return await inDesk(session, args, (deskArgs) => run({ ...deskArgs, received }));
    } catch (error) {
      return answerRefusal(error);
    }
  };
}
