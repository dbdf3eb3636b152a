import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { chooseFramework, listMembers, readGoal } from "~/domain/goals/index.server";
import { memberFilters, memberPurposes } from "~/domain/goals/member-purpose";
import { measuresOfGoal } from "~/domain/goals/measures-of-goals";
import { NotFound } from "~/domain/kernel/errors";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import { useFormat, useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Card, EmptyState } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { SelectField } from "~/ui/form/select-field";
import { ListPages, listHref } from "~/ui/list-pages";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { pageOf } from "~/ui/page-number";
import { Note } from "~/ui/tag";
import { frameOf, ManagerPage } from "./manager-page";
import { say } from "./measure-view";
import { reasonWords } from "./people/reason-words";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("goals:people.title"),
});

export const loader = deskLoader("manager", async ({ ctx, params, url, session }) => {
  const { chosen } = await chooseFramework(ctx, { asked: url.searchParams.get("framework") });
  if (chosen === null) throw new NotFound();
  const { goal, headline } = await readGoal(ctx, { framework: chosen, goal: params.goal ?? "" });
  const specs = [...new Set([headline.spec.id, ...measuresOfGoal(goal)])].flatMap(
    (id) => findMeasureSpec(id) ?? [],
  );
  const tracked = specs.filter(({ status }) => status === "tracked");
  const measure = tracked.find(({ id }) => id === url.searchParams.get("measure"))?.id ?? null;
  const purpose = memberPurposes.find((one) => one === url.searchParams.get("purpose")) ?? null;
  const only = memberFilters.find((one) => one === url.searchParams.get("only")) ?? "all";
  const page = pageOf(url);
  const members = measure && purpose ? await listMembers(ctx, { measure, purpose, only, page }) : null;
  return { frame: frameOf(session), framework: chosen, goal, tracked, measure, purpose, only, page, members };
});

/** From a goal to the people behind a number, after a purpose is named: their numbers, and the rule that counted each. */
export default function PeoplePage() {
  const data = useLoaderData<typeof loader>();
  const { frame, framework, goal, members, measure, purpose, only, page } = data;
  const { t } = useTranslation("goals");
  const language = useLanguage();
  const at = pathTo("/manager/goals/:goal/people", { goal: goal.id });
  const words = { framework, measure: measure ?? "", purpose: purpose ?? "", only };
  return (
    <ManagerPage
      frame={frame}
      here="goals"
      title={t("people.title")}
      lede={members ? say(members.spec.title, language) : say(goal.plain, language)}
      crumbs={
        <Breadcrumbs
          label={t("manager:nav.goals")}
          crumbs={[
            { href: `${pathTo("/manager/goals")}?framework=${framework}`, label: t("manager:goals.crumb") },
            {
              href: `${pathTo("/manager/goals/:goal", { goal: goal.id })}?framework=${framework}`,
              label: say(goal.plain, language),
            },
            { label: t("people.title") },
          ]}
        />
      }
      actions={
        members && (
          <ButtonLink
            href={listHref(pathTo("/manager/goals/:goal/people.csv", { goal: goal.id }), words)}
            small
            icon="download"
          >
            {t("manager:goals.csv")}
          </ButtonLink>
        )
      }
    >
      <Note tone="warn">{t("people.logged")}</Note>
      <PurposeForm data={data} />
      {members && members.total === 0 && (
        <EmptyState title={t("people.none")}>{t("people.noneWhy")}</EmptyState>
      )}
      {members && members.total > 0 && (
        <Card className="mt-3">
          <MembersTable members={members} timeZone={frame.timeZone} />
          <ListPages page={page} pages={members.pages} href={(to) => listHref(at, { ...words, page: to })} />
        </Card>
      )}
    </ManagerPage>
  );
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

function PurposeForm({ data }: { data: Data }) {
  const { framework, tracked, measure, purpose, only } = data;
  const { t } = useTranslation("goals");
  const language = useLanguage();
  if (tracked.length === 0) return <EmptyState title={t("people.untracked")} />;
  return (
    <form method="get" className="card filters no-print" aria-label={t("people.form")}>
      <input type="hidden" name="framework" value={framework} />
      <div className="grow max-w-full">
        <SelectField
          name="measure"
          label={t("target.measure")}
          defaultValue={measure ?? ""}
          options={tracked.map((spec) => ({ value: spec.id, label: say(spec.title, language) }))}
        />
      </div>
      <div>
        <SelectField
          name="only"
          label={t("people.which")}
          defaultValue={only}
          options={memberFilters.map((value) => ({ value, label: t(`people.only.${value}`) }))}
        />
      </div>
      <div className="grow max-w-full">
        <SelectField
          name="purpose"
          label={t("people.purpose")}
          required
          defaultValue={purpose ?? ""}
          empty={t("people.choose")}
          options={memberPurposes.map((value) => ({ value, label: t(`people.purposes.${value}`) }))}
        />
      </div>
      <Button variant="primary">{t("people.open")}</Button>
    </form>
  );
}

function MembersTable({ members, timeZone }: { members: NonNullable<Data["members"]>; timeZone: string }) {
  const { t } = useTranslation("goals");
  const format = useFormat(timeZone);
  type Row = (typeof members.rows)[number];
  const yes = (said: boolean) => t(said ? "common:yes" : "common:no");
  return (
    <DataTable
      caption={t("people.caption", { count: members.total, when: format.dateTime(members.computedAt) })}
      rows={members.rows}
      rowKey={(row) => row.unit + row.reason}
      columns={[
        { key: "unit", label: t("people.unit"), header: true, cell: (row: Row) => row.unit },
        { key: "counted", label: t("people.counted"), cell: (row: Row) => yes(row.inDenominator) },
        { key: "event", label: t("people.event"), cell: (row: Row) => yes(row.inNumerator) },
        {
          key: "rule",
          label: t("people.rule"),
          cell: (row: Row) => {
            const { text, lang } = reasonWords(row.reason, t, format);
            return <span lang={lang}>{text}</span>;
          },
        },
      ]}
    />
  );
}
