import type { Ctx } from "~/domain/kernel/context";
import { actOnce } from "./act-once.server";

/**
 * An act of a form with files: sent again from the same drawing of the page with files of the same names, it is answered as
 * the first time. `fields` are the words that came beside the files, the form's key among them.
 */
export const uploadOnce = <T>(
  ctx: Ctx,
  url: URL,
  sent: { fields: Record<string, string>; names: readonly string[] },
  act: () => Promise<T>,
): Promise<T> =>
  actOnce(
    ctx,
    url,
    { intent: "upload", fields: { ...sent.fields, names: [...sent.names] }, typed: sent.fields },
    act,
  );
