import { useTranslation } from "react-i18next";
import type { RecordsRun } from "~/domain/reports/extracts/list-records-runs.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { DescriptionList } from "~/ui/lists";
import { RunState } from "./run-state";
import { isUnderWay } from "./under-way";

/** Where it came from, when, by whom, up to which day; while it is read, how far it is and the way to stop it. */
export function RunCard({ run, timeZone }: { run: RecordsRun; timeZone: string }) {
  const { t } = useTranslation("admin-records");
  const format = useFormat(timeZone);
  return (
    <Card aria-labelledby="run">
      <h2 id="run">{t("run")}</h2>
      <DescriptionList
        facts={[
          { term: t("state"), detail: <RunState run={run} timeZone={timeZone} /> },
          { term: t("source"), detail: <code>{run.source}</code> },
          { term: t("asOf"), detail: run.asOf ? format.date(run.asOf, "year") : t("notSaid") },
          { term: t("came"), detail: format.dateTime(run.startedAt) },
          { term: t("who"), detail: run.askedBy ?? t("byCommand") },
          ...(run.extract ? [{ term: t("format"), detail: run.extract.format }] : []),
        ]}
      />
      {isUnderWay(run) && (
        <div className="row">
          <ButtonLink href={pathTo("/admin/records/:id", { id: run.id })} small>
            {t("refresh")}
          </ButtonLink>
          <PageForm method="post" values={{ intent: "cancel" }}>
            <Button small>{t("cancel")}</Button>
          </PageForm>
        </div>
      )}
    </Card>
  );
}
