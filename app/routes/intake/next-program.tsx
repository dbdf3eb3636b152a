import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card, EmptyState, VisuallyHidden } from "~/ui/card";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { refusalInWords } from "~/ui/form/refusal-in-words";
import { pageHandle } from "~/ui/page/page-handle";
import { Tag } from "~/ui/tag";
import { errorsInWords } from "./errors-in-words";
import { nextProgramActs, loadNextProgram } from "./follow-up/load-next-program.server";
import { IntakePage } from "./intake-page";
import styles from "./intake.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  i18n: ["intake"],
  title: (t) => t("intake:nextProgram.title"),
});
export const loader = deskLoader("intake", loadNextProgram);
export const action = deskAction("intake", nextProgramActs);

/** After an end without help: three programs that fit, and one press to go on with one of them. */
export default function NextProgram() {
  const view = useLoaderData<typeof loader>();
  const { t } = useTranslation("intake");
  const refusal = useActionData<typeof action>();
  const errors = errorsInWords(t, refusal?.errors);
  const failed = refusalInWords(t, refusal);
  return (
    <IntakePage
      frame={view.frame}
      here="follow-ups"
      title={`${t("nextProgram.title")}: ${view.family}`}
      lede={[view.ended, view.reason].filter(Boolean).join(" ")}
      width="read"
    >
      {failed && <ErrorSummary title={failed} errors={errors} />}
      {view.programs.length === 0 ? (
        <EmptyState icon="search" title={t("nextProgram.none")} />
      ) : (
        <>
          <p className="meta mb-3">{t("nextProgram.consent")}</p>
          <ul className="grid gap-3">
            {view.programs.map((program) => (
              <li key={program.serviceId}>
                <Program program={program} version={view.version} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-4">
        <a href={pathTo("/intake/follow-ups")}>{t("followUps.back")}</a>
      </p>
    </IntakePage>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;
function Program({ program, version }: { program: View["programs"][number]; version: number }) {
  const { t } = useTranslation("intake");
  const { serviceId, name, where, room, beside, ticks, asks, phone } = program;
  return (
    <Card aria-labelledby={`program-${serviceId}`}>
      <h2 id={`program-${serviceId}`}>{name}</h2>
      <p className="meta">{where}</p>
      <p className="row mt-1">
        <Tag tone={room.tone}>{room.words}</Tag>
        {beside && <span className="meta">{beside}</span>}
      </p>
      {ticks.length > 0 && <p className="mt-1">{t("nextProgram.fits", { list: ticks.join(", ") })}</p>}
      {asks.length > 0 && <p className="meta">{asks.join(" · ")}</p>}
      {program.answers ? (
        <PageForm method="post" values={{ intent: "choose", version, serviceId }} className="mt-2">
          <Button variant="primary">
            {program.sameOrganization ? t("nextProgram.send") : t("nextProgram.choose")}
            <VisuallyHidden>: {name}</VisuallyHidden>
          </Button>
        </PageForm>
      ) : (
        <p className="mt-2">
          {t("nobody.call")} <strong>{phone ? <bdi dir="ltr">{phone}</bdi> : t("warm.noPhone")}</strong>
        </p>
      )}
    </Card>
  );
}
