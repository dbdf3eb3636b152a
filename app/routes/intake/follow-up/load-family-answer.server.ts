import { redirect } from "@remix-run/node";
import type { DeskArgs } from "~/auth/desk.server";
import { NotFound } from "~/domain/kernel/errors";
import { can } from "~/domain/kernel/index.server";
import { wordsToRead } from "~/domain/referrals/family/consent-as-read";
import { readReferral } from "~/domain/referrals/index.server";
import { readId } from "~/domain/kernel/ids";
import { formatPhone } from "~/locales/format";
import { languageLabel } from "~/locales/language-name";
import { pathTo } from "~/paths";
import { frameOf, wordsOf } from "../frame-of.server";

/** Everything to ask the family with: how to reach it, the words to read, what was tried. */
export async function loadFamilyAnswer(args: DeskArgs) {
  const { ctx } = args;
  const words = await wordsOf(args);
  const { t, format } = words;
  const view = await readReferral(ctx, { referralId: readId(args.params.id) });
  if (view.status !== "awaiting_family_yes") throw redirect(pathTo("/intake/follow-ups"), 303);
  const { family } = view;
  if (!family) throw new NotFound();
  const mayTry = can(ctx, "record_contact", "ServiceReferral");
  return {
    frame: await frameOf(args),
    version: view.version,
    family: family.caregiverName ?? t("someone"),
    program: view.service.name,
    organization: view.organization.name,
    phone: family.phone && formatPhone(family.phone),
    way: t(`outreach.ways.${family.contactWay ?? "call"}`, { defaultValue: "" }),
    language: languageLabel(words, family.language),
    due: view.dueAt && format.dateTime(view.dueAt),
    overdue: view.overdue,
    words: wordsToRead({ by: "worker", family, organization: view.organization.name }),
    script: family.language === "es" ? ("es" as const) : ("en" as const),
    tries: view.attempts.map(({ id, at, way, outcome }) => ({
      id,
      words: t("try.line", {
        when: format.dateTime(at),
        way: t(`try.ways.${way}`),
        outcome: t(`try.outcomes.${outcome}`),
      }),
    })),
    mayTry,
    mayClose: mayTry && view.attemptShortfall.met,
    banner: args.url.searchParams.has("tried")
      ? t("try.noted")
      : args.url.searchParams.has("rerouted")
        ? t("nextProgram.askNow")
        : null,
  };
}
