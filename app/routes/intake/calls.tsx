import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { listTodaysCalls } from "~/domain/households/index.server";
import { readSettings } from "~/domain/organizations/index.server";
import { pathTo } from "~/paths";
import { DataTable } from "~/ui/data-table";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/card";
import { pageHandle } from "~/ui/page/page-handle";
import { frameOf, wordsOf } from "./frame-of.server";
import { lineName } from "./line-name";
import { IntakePage } from "./intake-page";

export const handle = pageHandle<typeof loader>({ i18n: ["intake"], title: (t) => t("intake:calls.title") });

export const loader = deskLoader("intake", async (args) => {
  const { t, format, language } = await wordsOf(args);
  const { settings } = await readSettings(args.ctx);
  const calls = await listTodaysCalls(args.ctx);
  return {
    frame: await frameOf(args),
    rows: calls.map((call) => ({
      id: call.id,
      href: pathTo(call.endedAt ? "/intake/calls/:id/summary" : "/intake/calls/:id", { id: call.id }),
      started: format.time(call.startedAt),
      line: lineName(settings, call.line, language) ?? t(`line.${call.line}`),
      caller: call.familyName ?? t(`who.${call.caller}`),
      done: t("strip.done", { count: call.done }),
      state: t(call.endedAt ? "calls.ended" : "calls.open"),
    })),
  };
});

/** The day's calls, the latest first. */
export default function Calls() {
  const { frame, rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation("intake");
  type Row = (typeof rows)[number];
  return (
    <IntakePage
      frame={frame}
      here="calls"
      title={t("calls.title")}
      width="read"
      actions={
        <ButtonLink variant="primary" href={pathTo("/intake")}>
          {t("start.title")}
        </ButtonLink>
      }
    >
      {rows.length === 0 ? (
        <EmptyState icon="phone" title={t("calls.none")} />
      ) : (
        <div className="card card-body">
          <DataTable<Row>
            caption={t("calls.title")}
            quietCaption
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "started",
                label: t("calls.started"),
                header: true,
                cell: (row) => <a href={row.href}>{row.started}</a>,
              },
              { key: "line", label: t("calls.line"), cell: (row) => row.line },
              { key: "caller", label: t("calls.caller"), cell: (row) => row.caller },
              { key: "done", label: t("calls.done"), cell: (row) => row.done },
              { key: "state", label: t("calls.state"), cell: (row) => row.state },
            ]}
          />
        </div>
      )}
    </IntakePage>
  );
}
