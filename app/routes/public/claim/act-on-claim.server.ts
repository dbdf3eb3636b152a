import { redirect } from "@remix-run/node";
import { z } from "zod";
import { textUpTo } from "~/auth/form-fields";
import { type PublicPageArgs, publicActs } from "~/auth/public-page.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { askClaimSchema } from "~/domain/organizations/claims/ask-claim.schema";
import { askClaim } from "~/domain/organizations/index.server";
import { requireLanguage } from "~/locales/require-language";
import { pathTo } from "~/paths";
import type { ClaimValues } from "./claim-fields";
import { trapName } from "./hidden-trap";

// Too long is said by the rule's own schema, a flood is cut.
const field = textUpTo(7_000);
const claim = z.object({
  name: field,
  title: field,
  email: field,
  phone: field,
  secondName: field,
  secondTitle: field,
  secondEmail: field,
  words: field,
  [trapName]: field,
});

type Asked = PublicPageArgs & { values: ClaimValues };
const keyOf = ({ key }: PublicPageArgs["params"]) => key ?? "";
const askedOf = ({ params, values }: Asked) => ({
  key: keyOf(params),
  ...values,
  language: requireLanguage(params.lang),
});
const done = ({ params }: Pick<PublicPageArgs, "params">) =>
  redirect(
    `${pathTo("/:lang/claim/:key", { lang: requireLanguage(params.lang), key: keyOf(params) })}?done`,
    303,
  );

/** A step of the form; a program that fills the hidden field is thanked and forgotten. */
function step<T>(next: (args: Asked) => Promise<T>) {
  const act = async ({ input, ...args }: PublicPageArgs & { input: z.output<typeof claim> }) => {
    const { [trapName]: trap, ...values } = input;
    return trap ? done(args) : next({ ...args, values });
  };
  return [claim, act] as const;
}

/** A claim's form: checked, shown once more, sent. */
export const claimActs = publicActs({
  check: step(async (asked) => {
    parseInput(askClaimSchema, askedOf(asked));
    return { step: "check" as const, values: asked.values };
  }),
  change: step(async ({ values }) => ({ step: "form" as const, values })),
  send: step(async (asked) => {
    await askClaim(asked.ctx, askedOf(asked));
    return done(asked);
  }),
});
