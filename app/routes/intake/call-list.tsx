import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Card, EmptyState } from "~/ui/card";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { refusalInWords } from "~/ui/form/refusal-in-words";
import { TextareaField, TextField } from "~/ui/form/text-field";
import { DescriptionList } from "~/ui/lists";
import { usePageFacts } from "~/ui/page/page-facts";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { loadList } from "./call-list/load-list.server";
import { listActs } from "./call-list/mail-list.server";
import { errorsInWords } from "./errors-in-words";
import { IntakePage } from "./intake-page";
import styles from "./intake.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  i18n: ["intake"],
  title: (t) => t("intake:summary.list"),
});
export const loader = deskLoader("intake", loadList);
export const action = deskAction("intake", listActs);

/** The programs for the family or the caller to take along: on paper, in a message, by mail. */
export default function CallList() {
  const view = useLoaderData<typeof loader>();
  const { t } = useTranslation("intake");
  const { mailStays } = usePageFacts();
  const refusal = useActionData<typeof action>();
  const errors = errorsInWords(t, refusal?.errors);
  const failed = refusalInWords(t, refusal);
  return (
    <IntakePage frame={view.frame} here="calls" title={t("summary.list")} width="form">
      {view.sent && !failed && (
        <Banner tone={mailStays ? "warn" : "ok"}>{t(mailStays ? "list.mailKept" : "list.mailed")}</Banner>
      )}
      {failed && <ErrorSummary title={failed} errors={errors} />}
      {view.programs.length === 0 && <EmptyState icon="list" title={t("list.none")} />}
      <div className="grid gap-3" lang={view.language}>
        {view.programs.map(({ slug, name, organization, lines }) => (
          <Card key={slug} aria-labelledby={slug}>
            <h2 id={slug}>{name}</h2>
            <p className="meta">{organization}</p>
            <DescriptionList facts={lines.map(({ label, value }) => ({ term: label, detail: value }))} />
            <p className="only-print">____________________</p>
          </Card>
        ))}
      </div>
      {view.programs.length > 0 && <TakeAlong view={view} error={errors.email?.[0]} />}
      <p className="row mt-4 no-print">
        <ButtonLink
          href={pathTo(view.ended ? "/intake/calls/:id/summary" : "/intake/calls/:id", { id: view.callId })}
        >
          {t("list.back")}
        </ButtonLink>
      </p>
    </IntakePage>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;
function TakeAlong({ view, error }: { view: View; error: string | undefined }) {
  const { t } = useTranslation("intake");
  const { mailStays } = usePageFacts();
  return (
    <div className="no-print grid gap-3 mt-4">
      <p className="meta">{t("list.print")}</p>
      <TextareaField name="words" label={t("list.copy")} defaultValue={view.text} readOnly rows={8} />
      {!view.ended && mailStays && <p className="meta">{t("list.mailKept")}</p>}
      {!view.ended && !mailStays && (
        <PageForm method="post" values={{ intent: "mail" }} stack>
          <TextField
            name="email"
            type="email"
            dir="ltr"
            label={t("list.email")}
            hint={t("list.emailHint")}
            defaultValue={view.email}
            error={error}
            autoComplete="off"
            maxLength={254}
          />
          <p>
            <Button>{t("list.mail")}</Button>
          </p>
        </PageForm>
      )}
    </div>
  );
}
