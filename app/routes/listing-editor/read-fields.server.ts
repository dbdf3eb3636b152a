import { data } from "@remix-run/node";
import { z } from "zod";
import type { DeskArgs } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import type { PostedForm } from "~/auth/read-form.server";
import { Invalid } from "~/domain/kernel/errors";
import type { ListingField, TypedValues } from "./listing-fields";
import { deskWords } from "../desk-words.server";
import { errorWords } from "./errors-in-words";

/** A form of the editor: which version of the listing it shows, and the fields that its page describes. */
export const listingForm = z.object({ version: text }).catchall(z.union([z.string(), z.array(z.string())]));

/** The four lists that one table of counts posts. */
const bandNames = ["bandFrom", "bandTo", "bandLanguage", "bandAvailable"] as const;

const placeNames = ["placeId", "placeAvailable"] as const;

/** What was typed into a form, as the section's schema reads it and as the form shows it again. */
export function readFields(
  fields: readonly ListingField[],
  typed: Partial<Record<string, string | string[] | boolean>>,
): TypedValues {
  const all = (name: string) => [typed[name] ?? []].flat().map(String);
  return Object.fromEntries(
    fields.flatMap(({ name, kind }): [string, string | string[]][] => {
      if (kind === "bands") return bandNames.map((one) => [one, all(one)]);
      if (kind === "placeCounts") return placeNames.map((one) => [one, all(one)]);
      if (kind === "checks") return [[name, all(name)]];
      const [first] = all(name);
      return first === undefined ? [] : [[name, first]];
    }),
  );
}

/** The form again where the database gave up on its saving: it says so, with all that was typed. */
export function unsaved(fields: readonly ListingField[], { fields: typed }: PostedForm) {
  const { data: form } = listingForm.safeParse(typed);
  return {
    ok: false as const,
    errors: {},
    conflict: "nothing_saved",
    values: form ? readFields(fields, form) : {},
  };
}

/** As `save` answers; what it refuses comes back in the page's words, beside all that was typed. */
export async function keepingValues<T, V extends TypedValues>(
  args: DeskArgs,
  values: V,
  save: () => Promise<T>,
) {
  try {
    return await save();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const errors = errorWords(await deskWords(args, "provider-listings"), error.fieldErrors);
    // Who hides a place in a hurry must not take a missing answer for a hidden address.
    const conflict = values["visibility"] === "hidden" ? "not_hidden_yet" : null;
    return data({ ok: false as const, errors, conflict, values }, { status: 422 });
  }
}
