import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { listOrganizations } from "~/domain/organizations/index.server";
import {
  organizationFilters,
  organizationSorts,
  organizationsPageSize,
} from "~/domain/organizations/list-organizations.schema";
import { peopleWanted, vettingOf } from "~/domain/organizations/organization-standing";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextField } from "~/ui/form/text-field";
import { pageHandle } from "~/ui/page/page-handle";
import { Tag } from "~/ui/tag";
import { frameOf } from "./frame-of";
import { AdminFrame } from "./admin-frame";
import { dayOf } from "./directory-list/day-of";
import { listHref, ListPages } from "~/ui/list-pages";
import { pageOf, pagesOf } from "~/ui/page-number";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:organizations.title"),
});

const path = pathTo("/admin/organizations");
const one = <T extends string>(all: readonly T[], value: string | null, otherwise: T): T =>
  all.find((known) => known === value) ?? otherwise;

export const loader = deskLoader("admin", async ({ ctx, url, session }) => {
  const asked = {
    search: (url.searchParams.get("search") ?? "").slice(0, 200),
    filter: one(organizationFilters, url.searchParams.get("filter"), "all"),
    sort: one(organizationSorts, url.searchParams.get("sort"), "name"),
    descending: url.searchParams.has("down"),
    page: pageOf(url),
  };
  const { rows, total, today } = await listOrganizations(ctx, asked);
  return {
    frame: frameOf(session),
    timeZone: session.membership.timeZone,
    asked,
    total,
    pages: pagesOf(total, organizationsPageSize),
    rows: rows.map((row) => ({ ...row, vetting: vettingOf(row.vettedUntil, today) })),
  };
});

/** Every organization of the jurisdiction: state, agreement, people, programs. */
export default function OrganizationsPage() {
  const { frame, asked, total, pages, rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation("admin-directory");
  const words = { search: asked.search, filter: asked.filter === "all" ? undefined : asked.filter };
  const sorted = {
    sort: asked.sort === "name" ? undefined : asked.sort,
    down: asked.descending ? 1 : undefined,
  };
  return (
    <AdminFrame
      {...frame}
      current="organizations"
      width="wide"
      title={t("organizations.title")}
      lede={t("organizations.lede")}
    >
      <PageForm method="get" className="row mb-3 items-end">
        <TextField
          name="search"
          label={t("list.search")}
          defaultValue={asked.search}
          autoComplete="off"
          narrow
        />
        <SelectField
          name="filter"
          label={t("list.show")}
          defaultValue={asked.filter}
          narrow
          options={organizationFilters.map((value) => ({ value, label: t(`organizations.filter.${value}`) }))}
        />
        <Button>{t("list.go")}</Button>
      </PageForm>
      <p className="mb-2">
        <a href={pathTo("/admin/organizations/new")}>{t("newOrganization.title")}</a>
      </p>
      <p className="meta mb-2">{t("list.total", { count: total })}</p>
      {rows.length === 0 ? (
        <p>
          {t("list.none")} <a href={path}>{t("list.clear")}</a>
        </p>
      ) : (
        <OrganizationTable rows={rows} asked={asked} words={words} />
      )}
      <ListPages
        page={asked.page}
        pages={pages}
        href={(page) => listHref(path, { ...words, ...sorted, page: page === 1 ? undefined : page })}
      />
    </AdminFrame>
  );
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type Row = Data["rows"][number];

function OrganizationTable({
  rows,
  asked,
  words,
}: Pick<Data, "rows" | "asked"> & { words: Record<string, string | undefined> }) {
  const { t } = useTranslation("admin-directory");
  const { timeZone } = useLoaderData<typeof loader>();
  const format = useFormat(timeZone);
  const sort = (key: (typeof organizationSorts)[number]) => {
    const now =
      asked.sort === key ? (asked.descending ? ("descending" as const) : ("ascending" as const)) : undefined;
    const down = now === "ascending" ? 1 : undefined;
    return { href: listHref(path, { ...words, sort: key, down }), ...(now && { now }) };
  };
  const vetted = (row: Row) => (
    <>
      {row.vettedUntil ? format.date(dayOf(row.vettedUntil), "year") : t("organizations.never")}{" "}
      {row.vetting === "ends_soon" && <Tag tone="warn">{t("organizations.endsSoon")}</Tag>}
      {row.vetting === "ended" && <Tag tone="bad">{t("organizations.ended")}</Tag>}
    </>
  );
  const people = (row: Row) => (
    <>
      {row.people}{" "}
      {row.status === "active" && !row.merged && row.people < peopleWanted && (
        <Tag tone="warn">{t("organizations.fewPeople")}</Tag>
      )}
    </>
  );
  const state = (row: Row) => {
    const key = row.merged ? "merged" : row.status;
    const tone = key === "active" ? "ok" : key === "suspended" ? "bad" : "neu";
    return (
      <>
        <Tag tone={tone}>{t(`organizations.state.${key}`)}</Tag>{" "}
        {row.claims > 0 && <Tag tone="info">{t("organizations.claimWaits")}</Tag>}
      </>
    );
  };
  return (
    <DataTable
      caption={t("organizations.title")}
      quietCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          label: t("organizations.name"),
          header: true,
          sort: sort("name"),
          cell: (row: Row) => <Link to={`${path}/${row.id}`}>{row.name}</Link>,
        },
        { key: "status", label: t("organizations.status"), cell: state },
        { key: "vetted", label: t("organizations.vetted"), sort: sort("vetted"), cell: vetted },
        { key: "people", label: t("organizations.people"), sort: sort("people"), cell: people },
        {
          key: "listings",
          label: t("organizations.listings"),
          sort: sort("listings"),
          number: true,
          cell: (row: Row) => row.listings,
        },
      ]}
    />
  );
}
