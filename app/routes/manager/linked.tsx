import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { listLinkedChildren } from "~/domain/measures/index.server";
import {
  type LinkedLine,
  linkGroups,
  linkStandings,
  type ShownCount,
} from "~/domain/measures/linked-children";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card, EmptyState } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { DescriptionList } from "~/ui/lists";
import { pageHandle } from "~/ui/page/page-handle";
import { Note } from "~/ui/tag";
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
          ...linkStandings.map((standing) => ({
            key: standing,
            label: t(`linked.standing.${standing}`),
            number: true,
            cell: (line: LinkedLine) => shown(line.standings[standing]),
          })),
        ]}
      />
    </Card>
  );
}

/** Who could be found in the agency's records, by what, who waits, and who could not and why. */
export default function LinkedPage() {
  const { frame, linked } = useLoaderData<typeof loader>();
  const { t } = useTranslation("manager");
  const format = useFormat(frame.timeZone);
  const { lastRun } = linked;
  const lines = linked.lines as LinkedLine[];
  const shown: Shown = (count) =>
    typeof count === "number"
      ? format.number(count)
      : t(count === "small" ? "card.hidden" : "card.hiddenToo");
  const whole = lines[0];
  const facts = whole
    ? [
        { term: t("linked.all"), detail: shown(whole.children) },
        ...linkStandings.map((standing) => ({
          term: t(`linked.standing.${standing}`),
          detail: shown(whole.standings[standing]),
        })),
      ]
    : [];
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
      {whole?.children === 0 ? (
        <EmptyState title={t("linked.none")} icon="users" />
      ) : (
        <>
          <Card>
            <h2>{t("linked.all")}</h2>
            <DescriptionList facts={facts} />
          </Card>
          {linkGroups.map((group) => (
            <GroupTable
              key={group}
              {...{ group, shown }}
              lines={lines.filter((line) => line.group === group)}
            />
          ))}
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
