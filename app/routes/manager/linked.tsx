import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { listLinkedChildren } from "~/domain/measures/index.server";
import {
  type LinkedLine,
  linkClasses,
  linkGroups,
  type LinkedTable,
  type ShownCount,
  standingsOf,
} from "~/domain/measures/linked-children";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card, EmptyState } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { DescriptionList } from "~/ui/lists";
import { pageHandle } from "~/ui/page/page-handle";
import { Note } from "~/ui/tag";
import { ExpectedCard } from "./expected-links";
import { frameOf, ManagerPage } from "./manager-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("manager:linked.title"),
});

export const loader = deskLoader("manager", async ({ ctx, session }) => ({
  frame: frameOf(session),
  linked: await listLinkedChildren(ctx),
}));

type Shown = (count: ShownCount) => string;

function GroupTable({ group, lines, shown }: { group: string; lines: LinkedLine[]; shown: Shown }) {
  const { t } = useTranslation("manager");
  return (
    <Card className="mt-3" aria-labelledby={`by-${group}`}>
      <h2 id={`by-${group}`}>{t(`linked.group.${group}`)}</h2>
      <DataTable
        caption={t(`linked.group.${group}`)}
        quietCaption
        rows={lines}
        rowKey={(line) => line.value}
        columns={[
          {
            key: "value",
            label: t(`linked.group.${group}`),
            header: true,
            cell: (line) => t(`linked.value.${group}.${line.value}`),
          },
          {
            key: "children",
            label: t("linked.children"),
            number: true,
            cell: (line) => shown(line.children),
          },
          ...linkClasses.map((one) => ({
            key: one,
            label: t(`linked.class.${one}`),
            number: true,
            cell: (line: LinkedLine) => shown(line.classes[one]),
          })),
        ]}
      />
    </Card>
  );
}

type T = ReturnType<typeof useTranslation<"manager">>["t"];

/** The whole: each class, and in it by what or why, where there is more than one. */
const factsOf = (t: T, table: LinkedTable, shown: Shown) => [
  { term: t("linked.all"), detail: shown(table.children) },
  ...linkClasses.map((one) => {
    const standings = standingsOf(one);
    const by = standings.map(
      (standing) => `${t(`linked.standing.${standing}`)}: ${shown(table.standings[standing])}`,
    );
    return {
      term: t(`linked.class.${one}`),
      detail: (
        <>
          {shown(table.classes[one])}
          {by.length > 1 && <span className="meta block">{by.join(" · ")}</span>}
        </>
      ),
    };
  }),
];

/** Who could be found in the agency's records, by what, who waits, and who could not and why. */
export default function LinkedPage() {
  const { frame, linked } = useLoaderData<typeof loader>();
  const { t } = useTranslation("manager");
  const format = useFormat(frame.timeZone);
  const { lastRun } = linked;
  const table = linked.table as LinkedTable;
  const shown: Shown = (count) =>
    typeof count === "number"
      ? format.number(count)
      : t(count === "small" ? "card.hidden" : "card.hiddenToo");
  const when = lastRun ? format.dateTime(lastRun.at) : "";
  return (
    <ManagerPage
      frame={frame}
      here="method"
      width="wide"
      title={t("linked.title")}
      lede={t("linked.lede")}
      actions={
        <ButtonLink href={pathTo("/manager/linked.csv")} small icon="download">
          {t("goals.csv")}
        </ButtonLink>
      }
    >
      {lastRun?.mayLink === false && <Note tone="warn">{t("linked.small")}</Note>}
      {table.children === 0 ? (
        <EmptyState title={t("linked.none")} icon="users" />
      ) : (
        <>
          <Card>
            <h2>{t("linked.all")}</h2>
            <DescriptionList facts={factsOf(t, table, shown)} />
          </Card>
          {linkGroups.map((group) => (
            <GroupTable
              key={group}
              {...{ group, shown }}
              lines={table.lines.filter((line) => line.group === group)}
            />
          ))}
          {lastRun?.expected && <ExpectedCard expected={lastRun.expected} timeZone={frame.timeZone} />}
        </>
      )}
      <p className="meta mt-3">
        {lastRun === null
          ? t("linked.neverRun")
          : lastRun.model === null
            ? t("linked.run", { when })
            : t("linked.runModel", { when, version: lastRun.model })}{" "}
        {t("linked.rule")}
      </p>
    </ManagerPage>
  );
}
