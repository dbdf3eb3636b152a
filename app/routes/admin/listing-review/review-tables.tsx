import { dialAddress } from "~/domain/directory/reading/phone-number";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ReviewSort } from "~/domain/directory/review/review-queues";
import type { ListingToReview } from "~/domain/directory/review/list-listing-review.server";
import type { UrgentChange } from "~/domain/directory/review/list-urgent-changes.server";
import type { OpenConcern } from "~/domain/feedback/list-concerns.server";
import { checkedInWords } from "~/listing-words/freshness-in-words";
import { formatPhone } from "~/locales/format";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { type Column, DataTable } from "~/ui/data-table";
import { PageForm } from "~/ui/form/page-form";
import { Tag } from "~/ui/tag";
import { listHref } from "~/ui/list-pages";

const path = pathTo("/admin/listing-review");

/** A number to phone, never turned around in a page written from the right. */
function PhoneLink({ number }: { number: string | null }) {
  const { t } = useTranslation("listing-review");
  if (!number) return <span className="meta">{t("noPhone")}</span>;
  return (
    <a href={dialAddress(number, null)}>
      <bdi dir="ltr">{formatPhone(number)}</bdi>
    </a>
  );
}

type Asked = { sort: ReviewSort; descending: boolean };

function Nothing({ words }: { words: string }) {
  return (
    <p>
      <Tag tone="ok">{words}</Tag>
    </p>
  );
}

function PhonedButton({ row }: { row: ListingToReview }) {
  const { t } = useTranslation("listing-review");
  return (
    <PageForm method="post" values={{ intent: "phoned", id: row.id, version: row.version }}>
      <Button small aria-label={t("phonedOf", { name: row.name })}>
        {t("phoned")}
      </Button>
    </PageForm>
  );
}

/** One queue of listings, each with its age and the number to phone. */
export function ReviewTable({
  rows,
  asked,
  queue,
  timeZone,
}: {
  rows: readonly ListingToReview[];
  asked: Asked;
  queue: string;
  timeZone: string;
}) {
  const { t } = useTranslation("listing-review");
  const format = useFormat(timeZone);
  if (rows.length === 0) return <Nothing words={t("nothing")} />;
  const sort = (key: ReviewSort) => {
    const now =
      asked.sort === key ? (asked.descending ? ("descending" as const) : ("ascending" as const)) : undefined;
    const down = now === "ascending" ? 1 : undefined;
    return { href: listHref(path, { queue, sort: key, down }), ...(now && { now }) };
  };
  const columns: Column<ListingToReview>[] = [
    {
      key: "name",
      label: t("column.listing"),
      header: true,
      sort: sort("name"),
      cell: (row) => <Link to={`${path}/${row.id}`}>{row.name}</Link>,
    },
    {
      key: "organization",
      label: t("column.organization"),
      sort: sort("organization"),
      cell: (row) => (
        <Link to={pathTo("/admin/organizations/:id", { id: row.organizationId })}>
          {row.organizationName}
        </Link>
      ),
    },
    {
      key: "age",
      label: t("column.checked"),
      sort: sort("age"),
      cell: (row) => checkedInWords({ t }, row),
    },
    {
      key: "asked",
      label: t("column.asked"),
      cell: (row) =>
        row.asked === 0 || !row.lastAskedAt
          ? t("notAsked")
          : t("askedTimes", { count: row.asked, day: format.date(row.lastAskedAt) }),
    },
    { key: "phone", label: t("column.phone"), cell: (row) => <PhoneLink number={row.phone} /> },
  ];
  return (
    <DataTable
      caption={t(`queue.${queue}`)}
      quietCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={
        queue === "waiting"
          ? columns
          : [...columns, { key: "act", label: t("column.act"), cell: (row) => <PhonedButton row={row} /> }]
      }
    />
  );
}

/** What people say is wrong; each is settled on its listing's page. */
export function ConcernTable({ rows, timeZone }: { rows: readonly OpenConcern[]; timeZone: string }) {
  const { t } = useTranslation("listing-review");
  const format = useFormat(timeZone);
  if (rows.length === 0) return <Nothing words={t("nothing")} />;
  const columns: Column<OpenConcern>[] = [
    {
      key: "name",
      label: t("column.listing"),
      header: true,
      cell: (row) => <Link to={`${path}/${row.serviceId}#concerns`}>{row.listingName}</Link>,
    },
    { key: "organization", label: t("column.organization"), cell: (row) => row.organizationName },
    { key: "field", label: t("column.what"), cell: (row) => t(`public:wrong.fields.${row.field}`) },
    {
      key: "words",
      label: t("column.words"),
      cell: (row) => <span className="break-words">{row.words}</span>,
    },
    { key: "said", label: t("column.said"), cell: (row) => format.date(row.at) },
    {
      key: "asked",
      label: t("column.provider"),
      cell: (row) =>
        row.assuredAt && row.assuredAt > row.at ? (
          <Tag tone="ok">{t("checkedSince")}</Tag>
        ) : row.askedAt ? (
          t("askedOn", { day: format.date(row.askedAt) })
        ) : (
          t("notAsked")
        ),
    },
  ];
  return (
    <DataTable
      caption={t("queue.concerns")}
      quietCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
    />
  );
}

type UrgentRow = UrgentChange & Record<"what" | "before" | "after" | "changed", string>;

/** What providers changed that is live at once, to be looked at after. */
export function UrgentTable({ rows }: { rows: readonly UrgentRow[] }) {
  const { t } = useTranslation("listing-review");
  if (rows.length === 0) return <Nothing words={t("nothing")} />;
  const columns: Column<UrgentRow>[] = [
    {
      key: "name",
      label: t("column.listing"),
      header: true,
      cell: (row) => <Link to={`${path}/${row.serviceId}`}>{row.listingName}</Link>,
    },
    { key: "organization", label: t("column.organization"), cell: (row) => row.organizationName },
    { key: "what", label: t("column.what"), cell: (row) => row.what },
    { key: "before", label: t("history.before"), cell: (row) => row.before },
    { key: "after", label: t("history.after"), cell: (row) => row.after },
    { key: "when", label: t("history.when"), cell: (row) => row.changed },
    {
      key: "looked",
      label: t("looked"),
      cell: (row) => (
        <PageForm method="post" values={{ intent: "looked", changeId: row.id }}>
          <Button small aria-label={t("lookedOf", { listing: row.listingName, what: row.what })}>
            {t("looked")}
          </Button>
        </PageForm>
      ),
    },
  ];
  return (
    <>
      <PageForm method="post" values={{ intent: "looked" }} className="row my-2">
        {rows.map(({ id }) => (
          <input key={id} type="hidden" name="changeId" value={id} />
        ))}
        <Button>{t("lookedAll")}</Button>
      </PageForm>
      <DataTable
        caption={t("queue.urgent")}
        quietCaption
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns}
      />
    </>
  );
}
