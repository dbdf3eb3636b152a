import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { decideImportConflict, listImportConflicts } from "~/domain/directory/index.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { PageForm } from "~/ui/form/page-form";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Tag } from "~/ui/tag";
import { frameOf } from "./frame-of";
import { AdminFrame } from "./admin-frame";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin:imports.conflicts.title"),
});

export const loader = deskLoader("admin", async ({ ctx, url, session }) => ({
  frame: frameOf(session),
  timeZone: session.membership.timeZone,
  done: url.searchParams.get("done"),
  ...(await listImportConflicts(ctx)),
}));

export const action = deskAction("admin", {
  decide: [
    z.object({ id: text, decision: z.enum(["ours", "theirs"]) }),
    async ({ ctx, input }) => {
      await decideImportConflict(ctx, input);
      return redirect(`${pathTo("/admin/imports/conflicts")}?done=${input.decision}`);
    },
  ],
});

type Conflict = ReturnType<typeof useLoaderData<typeof loader>>["open"][number];

function OneConflict({ conflict, timeZone }: { conflict: Conflict; timeZone: string }) {
  const { t } = useTranslation("admin");
  const format = useFormat(timeZone);
  const field =
    conflict.field === "row"
      ? `${conflict.entity}: ${t("imports.conflicts.row")}`
      : `${conflict.entity}.${conflict.field}`;
  const said = { field, name: conflict.name };
  const value = (text: string | null) => text ?? <span className="meta">{t("imports.conflicts.empty")}</span>;
  return (
    <Card aria-labelledby={`c-${conflict.id}`}>
      <h2 id={`c-${conflict.id}`}>{conflict.name || conflict.entity}</h2>
      <p className="meta">
        {field} · {t("imports.conflicts.from", { source: conflict.source })} · {format.dateTime(conflict.at)}
      </p>
      <dl className="form-stack mt-2">
        <div>
          <dt className="lab">{t("imports.conflicts.ours")}</dt>
          <dd className="whitespace-pre-line break-words">{value(conflict.ours)}</dd>
        </div>
        <div>
          <dt className="lab">{t("imports.conflicts.theirs")}</dt>
          <dd className="whitespace-pre-line break-words">{value(conflict.theirs)}</dd>
        </div>
      </dl>
      <PageForm method="post" className="row mt-2" values={{ intent: "decide", id: conflict.id }}>
        <Button name="decision" value="ours" aria-label={t("imports.conflicts.keepOf", said)}>
          {t("imports.conflicts.keep")}
        </Button>
        <Button name="decision" value="theirs" aria-label={t("imports.conflicts.takeOf", said)}>
          {t("imports.conflicts.take")}
        </Button>
      </PageForm>
    </Card>
  );
}

/** Ours beside theirs, and a decision for each. What was decided stays to be seen. */
export default function ConflictsPage() {
  const { frame, timeZone, done, open, decided } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("admin");
  const columns = [
    {
      key: "name",
      label: t("imports.conflicts.listing"),
      header: true,
      cell: (one: Conflict) => one.name || one.entity,
    },
    {
      key: "field",
      label: t("imports.conflicts.field"),
      cell: (one: Conflict) => `${one.entity}.${one.field}`,
    },
    {
      key: "ours",
      label: t("imports.conflicts.ours"),
      cell: (one: Conflict) => one.ours?.slice(0, 200) ?? "",
    },
    {
      key: "theirs",
      label: t("imports.conflicts.theirs"),
      cell: (one: Conflict) => one.theirs?.slice(0, 200) ?? "",
    },
    {
      key: "decision",
      label: t("imports.conflicts.decided"),
      cell: (one: Conflict) => (
        <Tag tone="neu">{t(`imports.conflicts.decisions.${one.decision ?? "overtaken"}`)}</Tag>
      ),
    },
  ];
  return (
    <AdminFrame
      {...frame}
      current="imports"
      width="wide"
      title={t("imports.conflicts.title")}
      lede={t("imports.conflicts.lede")}
      crumbs={<Link to={pathTo("/admin/imports")}>{t("imports.conflicts.back")}</Link>}
    >
      <div className="form-stack">
        {refused && <Banner tone="warn">{t("imports.conflicts.changed")}</Banner>}
        {done && !refused && <Banner>{t("imports.conflicts.done")}</Banner>}
        {open.length === 0 ? (
          <p>
            <Tag tone="ok">{t("imports.conflicts.none")}</Tag>
          </p>
        ) : (
          open.map((conflict) => <OneConflict key={conflict.id} conflict={conflict} timeZone={timeZone} />)
        )}
        {decided.length > 0 && (
          <DataTable
            caption={t("imports.conflicts.decided")}
            columns={columns}
            rows={decided}
            rowKey={(one) => one.id}
          />
        )}
      </div>
    </AdminFrame>
  );
}
