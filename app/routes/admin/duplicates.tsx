import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import {
  countDuplicates,
  listDuplicates,
  listMerges,
  reopenPair,
  undoMerge,
} from "~/domain/directory/index.server";
import { pathTo } from "~/paths";
import { Card } from "~/ui/card";
import { Tabs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { frameOf } from "./frame-of";
import { AdminFrame } from "./admin-frame";
import { listHref, ListPages } from "~/ui/list-pages";
import { pageOf, pagesOf } from "~/ui/page-number";
import { RefusalBox } from "./directory-list/refusal-words";
import { MergeTable } from "./duplicates/merge-table";
import { PairTable } from "./duplicates/pair-table";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:duplicates.title"),
});
const path = pathTo("/admin/duplicates");
const notices = ["merged", "apart", "pairReopened", "undone"] as const;

export const loader = deskLoader("admin", async ({ ctx, url, session }) => {
  const entity = url.searchParams.get("of") === "service" ? ("service" as const) : ("organization" as const);
  const status = url.searchParams.has("apart") ? ("apart" as const) : ("open" as const);
  const page = pageOf(url);
  const { pairs, total } = await listDuplicates(ctx, { entity, status, page });
  return {
    frame: frameOf(session),
    timeZone: session.membership.timeZone,
    entity,
    status,
    page,
    pages: pagesOf(total),
    pairs,
    counts: await countDuplicates(ctx),
    merges: await listMerges(ctx),
    notice: notices.find((one) => url.searchParams.has(one)) ?? null,
  };
});

export const action = deskAction("admin", {
  reopen: [
    z.object({ pair: text }),
    async ({ ctx, input }) => {
      await reopenPair(ctx, { pairId: input.pair });
      return redirect(`${path}?pairReopened`, 303);
    },
  ],
  undo: [
    z.object({ merge: text }),
    async ({ ctx, input }) => {
      await undoMerge(ctx, { mergeId: input.merge });
      return redirect(`${path}?undone`, 303);
    },
  ],
});

/** Pairs that may be the same, why, and what was joined lately. */
export default function DuplicatesPage() {
  const { frame, timeZone, entity, status, page, pages, pairs, counts, merges, notice } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("admin-directory");
  const of = entity === "service" ? "service" : undefined;
  const apart = status === "apart";
  return (
    <AdminFrame
      {...frame}
      current="more"
      title={t("duplicates.title")}
      lede={t("duplicates.lede")}
      width="wide"
    >
      <RefusalBox refused={refused} words={{}} />
      {!refused && notice && <Banner>{t(`notice.${notice}`)}</Banner>}
      <Tabs
        label={t("duplicates.tabs")}
        tabs={[
          {
            href: path,
            label: t("duplicates.organizations"),
            count: counts.organization,
            current: !of && !apart,
          },
          {
            href: listHref(path, { of: "service" }),
            label: t("duplicates.services"),
            count: counts.service,
            current: !!of && !apart,
          },
          { href: listHref(path, { of, apart: 1 }), label: t("duplicates.apart"), current: apart },
        ]}
      />
      <div className="form-stack">
        <Card aria-labelledby="pairs">
          <h2 id="pairs">
            {t(apart ? "duplicates.apart" : of ? "duplicates.services" : "duplicates.organizations")}
          </h2>
          <PairTable {...{ pairs, apart, timeZone }} path={path} />
          <ListPages
            page={page}
            pages={pages}
            href={(to) => listHref(path, { of, apart: apart ? 1 : undefined, page: to })}
          />
        </Card>
        <MergeTable merges={merges} timeZone={timeZone} />
      </div>
    </AdminFrame>
  );
}
