import type { LinksFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { readId } from "~/domain/kernel/ids";
import { readRecordLinkage, readReferral, tellRecordLinkage } from "~/domain/referrals/index.server";
import type { RecordLinkage } from "~/domain/referrals/family/read-record-linkage.server";
import type { toldHow } from "~/domain/referrals/family/tell-record-linkage.schema";
import type { ReferralView } from "~/domain/referrals/reading/referral-views";
import { storedNameInWords } from "~/listing-words/stored-name-in-words";
import type { Words } from "~/locales/words";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/form/error-summary";
import { refusalInWords } from "~/ui/form/refusal-in-words";
import { DescriptionList } from "~/ui/lists";
import { pageHandle } from "~/ui/page/page-handle";
import { frameOf, wordsOf } from "./frame-of.server";
import { errorsInWords } from "./errors-in-words";
import { IntakePage } from "./intake-page";
import { RecordLinkageCard } from "./record-linkage-card";
import styles from "./intake.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  i18n: ["intake"],
  title: (t) => t("intake:sentList.one"),
});

/** What is known of where it stands, in words; of a sealed one its mask and nothing more. */
function factsOf(words: Words, view: ReferralView) {
  const { t, format } = words;
  const program = storedNameInWords(words, view.service.name, view.service.familyText);
  const state = view.masked ? t(`mask.${view.masked}`) : t(`status:referral.${view.status}`);
  const reason = view.reason && t(`status:reason.${view.reason.code}`);
  const due = view.dueAt ?? view.resumeBy;
  const lines: [string, string | null][] = [
    ["program", `${program}, ${view.organization.name}`],
    ["sent", view.sentAt && format.dateTime(view.sentAt)],
    ["state", [state, reason].filter(Boolean).join(": ")],
    ["next", view.act && [t(`act.${view.act}`), due && format.dateTime(due)].filter(Boolean).join(", ")],
    ["question", view.question],
    ["answer", view.answer],
  ];
  return lines.flatMap(([key, said]) => (said ? [{ term: t(`sentList.fact.${key}`), detail: said }] : []));
}

/** Where its next step is taken; null where there is none for the sender. */
function stepOf(view: ReferralView): string | null {
  if (view.status === "awaiting_family_yes") return pathTo("/intake/follow-ups/:id", { id: view.id });
  if (!view.masked && view.act === "reroute") return pathTo("/intake/follow-ups/:id/next", { id: view.id });
  return view.masked || view.lane !== "closed" ? pathTo("/intake/follow-ups") : null;
}

/** Who wrote down what the family said, and when. */
function saidOf({ t, format }: Words, { saidAt, by, allowed }: RecordLinkage): string | null {
  if (saidAt === null) return null;
  const when = format.dateTime(saidAt);
  if (!by) return t(allowed ? "recordLinkage.itselfYes" : "recordLinkage.itselfNo", { when });
  return t("recordLinkage.by", { when, name: by.name, how: t(`recordLinkage.told.${by.how}`) });
}

export const loader = deskLoader("intake", async (args: DeskArgs) => {
  const words = await wordsOf(args);
  const referralId = readId(args.params.id);
  const view = await readReferral(args.ctx, { referralId });
  const linkage = await readRecordLinkage(args.ctx, { referralId });
  return {
    linkage: { allowed: linkage.allowed, said: saidOf(words, linkage) },
    frame: await frameOf(args),
    family: view.family?.caregiverName ?? words.t("someone"),
    number: words.t("summary.number", { number: view.number }),
    facts: factsOf(words, view),
    step: stepOf(view),
  };
});

const tell =
  (allowed: boolean) =>
  async ({ ctx, params, input }: DeskArgs & { input: { how: string } }) => {
    const referralId = readId(params.id);
    await tellRecordLinkage(ctx, { referralId, allowed, how: input.how as (typeof toldHow)[number] });
    return redirect(pathTo("/intake/sent/:id", { id: referralId }), 303);
  };
const fields = z.object({ how: text });

export const action = deskAction("intake", {
  linkageNo: [fields, tell(false)],
  linkageYes: [fields, tell(true)],
});

/** One referral as its sender may know it: where a notice about it leads. */
export default function SentReferral() {
  const { frame, family, number, facts, step, linkage } = useLoaderData<typeof loader>();
  const { t } = useTranslation("intake");
  const refusal = useActionData<typeof action>();
  const errors = errorsInWords(t, refusal?.errors);
  const failed = refusalInWords(t, refusal);
  return (
    <IntakePage frame={frame} here="sent" title={family} lede={number} width="read">
      {failed && <ErrorSummary title={failed} errors={errors} />}
      <div className="card card-body">
        <DescriptionList facts={facts} />
      </div>
      <RecordLinkageCard {...linkage} error={errors["how"]?.[0]} typed={refusal?.typed["how"]} />
      <p className="row mt-4">
        {step && (
          <ButtonLink variant="primary" href={step}>
            {t("sentList.step")}
          </ButtonLink>
        )}
        <ButtonLink href={pathTo("/intake/sent")}>{t("sentList.back")}</ButtonLink>
      </p>
    </IntakePage>
  );
}
