import { z } from "zod";
import { textUpTo } from "~/auth/form-fields";
import { readTypedAges } from "~/domain/directory/search/read-typed-ages";
import { Invalid } from "~/domain/kernel/errors";
import { parseInput } from "~/domain/kernel/parse-input";
import { askToBeContacted } from "~/domain/referrals/sending/send-self-referral.schema";
import type { AskValues } from "./ask-view";

const field = textUpTo(4_000);

/** What was typed, as it was typed; it travels in the form and never in an address. */
export const askValues = z.object({
  caregiverName: field,
  contactWay: field,
  phone: field,
  email: field,
  messageOk: field,
  bestTimes: field,
  language: field,
  ages: field,
  postalCode: field,
  whatWouldHelp: field,
});

const codes: Record<string, Record<string, string>> = {
  caregiverName: { required: "name" },
  contactWay: { "": "way" },
};

/** Field paths of the operation as fields of the page, with the page's own codes. */
function asPageErrors(error: Invalid): Invalid {
  const errors: Record<string, string[]> = {};
  for (const [path, messages] of Object.entries(error.fieldErrors)) {
    const field = path.replace(/^family\./, "").replace(/^childAgesMonths.*/, "ages");
    const own = codes[field] ?? {};
    errors[field] = messages.slice(0, 1).map((code) => own[code] ?? own[""] ?? code);
    if (field === "ages") errors[field] = ["ages"];
  }
  return new Invalid(errors);
}

/** The form as the operation wants it. Invalid by the page's fields. */
export function readAskForm(values: AskValues, ids: { formKey: string; serviceId: string }) {
  const childAgesMonths = readTypedAges(values.ages);
  try {
    return parseInput(askToBeContacted, {
      ...ids,
      family: {
        ...values,
        messageOk: values.messageOk === "yes",
        childAgesMonths,
      },
      whatWouldHelp: values.whatWouldHelp,
    });
  } catch (error) {
    throw error instanceof Invalid ? asPageErrors(error) : error;
  }
}
