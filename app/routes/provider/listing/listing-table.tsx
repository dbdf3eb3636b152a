import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { PageForm } from "~/ui/form/page-form";
import { Stepper } from "~/ui/form/stepper";
import { TextField } from "~/ui/form/text-field";
import { Tag } from "~/ui/tag";
import type { describeListing } from "./describe-listing.server";
import { PlaceOpenings } from "./place-openings";

type Row = ReturnType<typeof describeListing>;

/** The organization's listings, with openings, waitlist, check and pause on every row. */
export function ListingTable({ rows, org, manages }: { rows: Row[]; org: string; manages: boolean }) {
  const { t } = useTranslation("provider-listings");
  const columns = [
    {
      key: "name",
      label: t("list.program"),
      header: true,
      cell: (row: Row) => <a href={pathTo("/provider/:org/listings/:id", { org, id: row.id })}>{row.name}</a>,
    },
    {
      key: "room",
      label: t("list.room"),
      cell: (row: Row) =>
        row.published ? (
          <>
            <Tag tone={row.room.tone}>{row.room.words}</Tag>
            {row.told && <span className="meta block">{row.told}</span>}
          </>
        ) : (
          <Tag tone="neu">{t(`status:listing.${row.state}`)}</Tag>
        ),
    },
    {
      key: "openings",
      label: t("list.openings"),
      cell: (row: Row) => row.published && <OpeningsForm row={row} />,
    },
    {
      key: "waitlist",
      label: t("list.waitlist"),
      cell: (row: Row) => row.published && <WaitlistForm row={row} />,
    },
    { key: "checked", label: t("list.checked"), cell: (row: Row) => (row.published ? row.checked : null) },
    { key: "due", label: t("list.due"), cell: (row: Row) => row.due && <DueForm row={row} /> },
    {
      key: "pause",
      label: t("list.pause"),
      cell: (row: Row) => manages && row.published && <PauseForm row={row} />,
    },
  ];
  return (
    <DataTable
      caption={t("list.caption")}
      quietCaption
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}

function OpeningsForm({ row }: { row: Row }) {
  const { t } = useTranslation("provider-listings");
  const { name, places, byPlace } = row;
  return (
    <>
      {!byPlace && (
        <PageForm method="post" values={{ id: row.id, version: row.version, intent: "openings" }}>
          <Stepper
            name="available"
            value={row.available}
            label={t("list.openingsOf", { name })}
            fewer={t("list.fewer", { name })}
            more={t("list.more", { name })}
          />
        </PageForm>
      )}
      <PlaceOpenings listing={row} places={places} byPlace={byPlace} />
    </>
  );
}

function WaitlistForm({ row }: { row: Row }) {
  const { t } = useTranslation("provider-listings");
  const { name } = row;
  return (
    <details className="more">
      <summary aria-label={t("list.waitlistOf", { name, words: row.waitlist })}>{row.waitlist}</summary>
      <PageForm
        method="post"
        values={{ id: row.id, version: row.version, intent: "waitlist" }}
        className="row"
      >
        <TextField
          id={`length-${row.id}`}
          name="length"
          type="number"
          narrow
          min={0}
          label={t("field.waitlistLength")}
          defaultValue={row.waitlistLength ?? ""}
        />
        <TextField
          id={`days-${row.id}`}
          name="days"
          type="number"
          narrow
          min={0}
          label={t("field.waitlistDays")}
          defaultValue={row.waitlistDays ?? ""}
        />
        <Button small aria-label={t("list.waitlistSaveOf", { name })}>
          {t("list.waitlistSave")}
        </Button>
      </PageForm>
    </details>
  );
}

function DueForm({ row }: { row: Row }) {
  const { t } = useTranslation("provider-listings");
  return (
    <PageForm method="post" values={{ id: row.id, version: row.version, intent: "confirm" }}>
      <span className="meta block">{row.due}</span>
      <Button small aria-label={t("list.stillRightOf", { name: row.name })}>
        {t("list.stillRight")}
      </Button>
    </PageForm>
  );
}

function PauseForm({ row }: { row: Row }) {
  const { t } = useTranslation("provider-listings");
  const intent = row.paused ? "resume" : "pause";
  return (
    <PageForm method="post" values={{ id: row.id, version: row.version, intent }}>
      <Button
        small
        icon={row.paused ? "play" : "pause"}
        aria-label={t(`list.${intent}Of`, { name: row.name })}
      >
        {t(`list.${intent}Now`)}
      </Button>
    </PageForm>
  );
}
