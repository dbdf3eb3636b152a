import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { pathTo } from "~/paths";
import { ErrorSummary } from "~/ui/form/error-summary";
import { DescriptionList } from "~/ui/lists";
import { refusalInWords } from "~/ui/form/refusal-in-words";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Note } from "~/ui/tag";
import { errorsInWords } from "./errors-in-words";
import { familyAnswerActs } from "./follow-up/act-on-family-answer.server";
import { SaidNo, SaidYes, Tried, UndoTry } from "./follow-up/family-said";
import { loadFamilyAnswer } from "./follow-up/load-family-answer.server";
import { IntakePage } from "./intake-page";
import styles from "./intake.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  hydrate: true,
  i18n: ["intake"],
  title: (t) => t("intake:followUps.askFamily"),
});
export const loader = deskLoader("intake", loadFamilyAnswer);
export const action = deskAction("intake", familyAnswerActs);

/** Ask a family that was not asked before: the words, then its yes or its no; or a try to reach it. */
export default function FamilyAnswer() {
  const view = useLoaderData<typeof loader>();
  const { t } = useTranslation("intake");
  const refusal = useActionData<typeof action>();
  const errors = errorsInWords(t, refusal?.errors);
  const failed = refusalInWords(t, refusal);
  const said = { version: view.version, errors, typed: refusal?.typed };
  const { tries, mayTry, mayClose, asked, organization, consentText, script, needs } = view;
  return (
    <IntakePage
      frame={view.frame}
      here="follow-ups"
      title={`${t("followUps.askFamily")}: ${view.family}`}
      lede={t("followUps.askLede")}
      width="read"
    >
      {view.banner && !failed && (
        <Banner undo={view.banner.attemptId && <UndoTry attemptId={view.banner.attemptId} />}>
          {view.banner.words}
        </Banner>
      )}
      {failed && <ErrorSummary title={failed} errors={errors} />}
      <div className="form-stack">
        <div className="card card-body">
          <DescriptionList facts={facts(t, view)} />
        </div>
        {view.needsRelease ? (
          <Note tone="warn" icon="shield">
            <strong>{t("release.title")}</strong> {t("release.askFamily")}
          </Note>
        ) : view.answers ? (
          <SaidYes {...said} {...{ asked, organization, consentText, script, needs }} />
        ) : (
          <Note tone="warn" icon="phone">
            {t("followUps.nobodyToSendTo")}
          </Note>
        )}
        <SaidNo {...said} />
        <Tried {...said} {...{ tries, mayTry, mayClose }} />
        <p>
          <a href={pathTo("/intake/follow-ups")}>{t("followUps.back")}</a>
        </p>
      </div>
    </IntakePage>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;
function facts(t: ReturnType<typeof useTranslation<"intake">>["t"], view: View) {
  const phone = view.phone && (
    <a href={`tel:${view.phone}`}>
      <bdi dir="ltr">{view.phone}</bdi>
    </a>
  );
  return [
    { term: t("followUps.program"), detail: `${view.program}, ${view.organization}` },
    {
      term: t("outreach.way"),
      detail: (
        <>
          {view.way} {phone}
        </>
      ),
    },
    { term: t("outreach.language"), detail: view.language },
    ...(view.due
      ? [
          {
            term: t("followUps.askBy"),
            detail: t(view.overdue ? "followUps.wasDue" : "followUps.by", { due: view.due }),
          },
        ]
      : []),
  ];
}
