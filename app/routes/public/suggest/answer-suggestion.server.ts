import { redirect } from "@remix-run/node";
import { z } from "zod";
import { textUpTo } from "~/auth/form-fields";
import { type PublicPageArgs, publicActs } from "~/auth/public-page.server";
import { makeSuggestion } from "~/domain/feedback/index.server";
import {
  changeSchema,
  newProgramSchema,
  type makeSuggestionSchema,
} from "~/domain/feedback/suggestions/suggestion.schema";
import { Invalid } from "~/domain/kernel/errors";
import { parseInput } from "~/domain/kernel/parse-input";
import { trapName } from "../claim/hidden-trap";
import type { SuggestValues } from "./suggest-fields";

type Said = z.input<typeof makeSuggestionSchema>;
type Asked = {
  fields: readonly string[];
  /** The page to come back to. */
  path: (params: PublicPageArgs["params"]) => string;
  said: (values: SuggestValues, params: PublicPageArgs["params"]) => Said;
};

/** As `rule` does; its fields by the names that they have on the page. */
async function byPageField<T>(rule: () => Promise<T>): Promise<T> {
  try {
    return await rule();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const fields = Object.entries(error.fieldErrors);
    throw new Invalid(
      Object.fromEntries(fields.map(([field, codes]) => [field.replace(/^proposed\./, ""), codes])),
    );
  }
}

/** A suggestion's form: checked, shown once more, sent; a program that fills the hidden field is thanked and forgotten. */
export function suggestionActs({ fields, path, said }: Asked) {
  // Too long is said by the rule's own schema, a flood is cut.
  const names = [...fields, "words", "contactEmail", "closed", trapName];
  const typed = z.object(Object.fromEntries(names.map((name) => [name, textUpTo(7_000)])));
  const step = <T>(next: (args: PublicPageArgs & { values: SuggestValues }) => Promise<T>) => {
    const act = async ({ input, ...args }: PublicPageArgs & { input: SuggestValues }) => {
      const { [trapName]: trap, ...values } = input;
      if (trap) return redirect(`${path(args.params)}?done`, 303);
      return byPageField(() => next({ ...args, values }));
    };
    return [typed, act] as const;
  };
  return publicActs({
    check: step(async ({ params, values }) => {
      const asked = said(values, params);
      if (asked.kind === "new_listing") parseInput(newProgramSchema, asked);
      else parseInput(changeSchema, asked);
      return { step: "check" as const, values };
    }),
    change: step(async ({ values }) => ({ step: "form" as const, values })),
    send: step(async ({ ctx, params, values }) => {
      await makeSuggestion(ctx, said(values, params));
      return redirect(`${path(params)}?done`, 303);
    }),
  });
}
