import { readAges } from "~/domain/households/read-ages";
import { Invalid } from "~/domain/kernel/errors";
import { parseInput } from "~/domain/kernel/parse-input";
import { askToBeContacted } from "~/domain/referrals/sending/send-self-referral.schema";
import { type AskValues, askFields } from "./ask-view";

/** What was typed, as it was typed; it travels in the form and never in an address. */
export function readAskValues(form: FormData): AskValues {
  const typed = askFields.map((field) => [field, String(form.get(field) ?? "").slice(0, 4000)]);
  return Object.fromEntries(typed) as AskValues;
}

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
  const childAgesMonths = readAges(values.ages);
  try {
    return parseInput(askToBeContacted, {
      ...ids,
      family: {
        ...values,
        contactWay: values.contactWay === "mail" ? "" : values.contactWay,
        messageOk: values.messageOk === "yes",
        childAgesMonths,
      },
      whatWouldHelp: values.whatWouldHelp,
    });
  } catch (error) {
    throw error instanceof Invalid ? asPageErrors(error) : error;
  }
}
