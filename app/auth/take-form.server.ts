import type { z } from "zod";
import { NotFound } from "~/domain/kernel/errors";
import { parseInput } from "~/domain/kernel/parse-input";
import type { PostedForm } from "./read-form.server";

export type FormSchemas = Record<string, z.ZodType>;

/** What a page's forms ask for: by intent, what the fields must be and what is done with them. */
export type FormActs<Args, S extends FormSchemas> = {
  readonly [K in keyof S]: readonly [
    schema: S[K],
    act: (args: Args & { intent: string; input: z.output<S[K]> }) => Promise<unknown>,
  ];
};

/** Acts that stand beside their page, or that several pages take, typed as the page's own. */
export const actsOf =
  <Args>() =>
  <S extends FormSchemas, A extends FormActs<Args, S>>(acts: A & FormActs<Args, S>): A =>
    acts;

/** What the acts answer, whichever it was. */
export type ActAnswer<A> = {
  [K in keyof A]: A[K] extends readonly [unknown, (args: never) => Promise<infer Answer>] ? Answer : never;
}[keyof A];

/**
 * What the intent of a form does, with its fields as the schema reads them. NotFound for an intent that is not one of
 * the acts' own, and for none; Invalid for fields that do not fit.
 */
export function takeForm<Args, S extends FormSchemas, A extends FormActs<Args, S>>(
  acts: A & FormActs<Args, S>,
  form: PostedForm,
): (args: Args) => Promise<ActAnswer<A>>;
export function takeForm<Args, S extends FormSchemas>(acts: FormActs<Args, S>, form: PostedForm) {
  const { intent, fields } = form;
  const found = intent !== null && Object.hasOwn(acts, intent) ? acts[intent] : undefined;
  if (intent === null || !found) throw new NotFound();
  const [schema, act] = found;
  const input = parseInput(schema, fields);
  return (args: Args) => act({ ...args, intent, input });
}
