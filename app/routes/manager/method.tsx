import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { measureSpecs } from "~/domain/measures/measure-registry";
import type { MeasureSpec } from "~/domain/measures/measure-spec";
import { useFormat, useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { pageHandle } from "~/ui/page/page-handle";
import { frameOf, ManagerPage } from "./manager-page";
import { elementWords, say } from "./measure-view";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("manager:method.title"),
});

export const loader = deskLoader("manager", async ({ session }) => ({ frame: frameOf(session) }));

const rules = ["itt", "unlinked", "mature", "missing", "small", "few", "range", "cause"];

export default function MethodPage() {
  const { frame } = useLoaderData<typeof loader>();
  const { t } = useTranslation("manager");
  const language = useLanguage();
  const format = useFormat(frame.timeZone);
  const state = (spec: MeasureSpec): string =>
    spec.status === "tracked"
      ? t("method.tracked")
      : `${t("goal.notTracked")}: ${t("method.needs", { elements: elementWords(spec, t, format) })}`;
  return (
    <ManagerPage
      frame={frame}
      here="method"
      title={t("method.title")}
      lede={t("method.lede")}
      actions={
        <>
          <ButtonLink href={pathTo("/manager/linked")} small icon="users">
            {t("linked.link")}
          </ButtonLink>
          <ButtonLink href={pathTo("/manager/method.csv")} small icon="download">
            {t("goals.csv")}
          </ButtonLink>
        </>
      }
    >
      <Card>
        <h2>{t("method.rules")}</h2>
        <ul className="prose">
          {rules.map((rule) => (
            <li key={rule}>{t(`method.rule.${rule}`)}</li>
          ))}
        </ul>
      </Card>
      <Card className="mt-3">
        <DataTable
          caption={t("method.measures")}
          rows={measureSpecs}
          rowKey={(spec) => spec.id}
          columns={[
            { key: "name", label: t("method.name"), header: true, cell: (spec) => say(spec.title, language) },
            { key: "id", label: t("method.id"), cell: (spec) => spec.id },
            { key: "state", label: t("method.state"), cell: state },
            { key: "version", label: t("method.version"), cell: (spec) => spec.version },
            {
              key: "from",
              label: t("method.from"),
              cell: (spec) => <span lang="en">{spec.provenance}</span>,
            },
          ]}
        />
      </Card>
    </ManagerPage>
  );
}
