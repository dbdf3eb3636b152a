import { data, redirect } from "@remix-run/node";
import type { z } from "zod";
import { makeSuggestion } from "~/domain/feedback/index.server";
import {
  changeSchema,
  newProgramSchema,
  type makeSuggestionSchema,
} from "~/domain/feedback/suggestions/suggestion.schema";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict, Invalid } from "~/domain/kernel/errors";
import { parseInput } from "~/domain/kernel/parse-input";
import { isTrapped } from "../claim/hidden-trap";
import { readSuggestForm } from "./suggest-fields";

type Input = z.input<typeof makeSuggestionSchema>;
type Asked = {
  ctx: Ctx;
  form: FormData;
  fields: readonly string[];
  /** The page to come back to. */
  path: string;
  input: (values: Record<string, string>) => Input;
};

const plain = (errors: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(errors).map(([field, codes]) => [field.replace(/^proposed\./, ""), codes]),
  );

/** A suggestion's form: checked, shown once more, sent; a program that fills the hidden field is thanked and forgotten. */
export async function answerSuggestion({ ctx, form, fields, path, input }: Asked) {
  const values = readSuggestForm(form, fields);
  if (isTrapped(form)) return redirect(`${path}?done`, 303);
  const intent = form.get("intent");
  if (intent === "change") return data({ step: "form" as const, values, errors: {} });
  try {
    const said = input(values);
    if (intent === "send") {
      await makeSuggestion(ctx, said);
      return redirect(`${path}?done`, 303);
    }
    if (said.kind === "new_listing") parseInput(newProgramSchema, said);
    else parseInput(changeSchema, said);
    return data({ step: "check" as const, values, errors: {} });
  } catch (error) {
    if (error instanceof Invalid)
      return data({ step: "form" as const, values, errors: plain(error.fieldErrors) }, { status: 422 });
    if (error instanceof Conflict)
      return data({ step: "form" as const, values, errors: { "": [error.message] } }, { status: 409 });
    throw error;
  }
}
