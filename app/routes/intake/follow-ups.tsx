import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { isId } from "~/domain/kernel/ids";
import { listFollowUps } from "~/domain/referrals/index.server";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { ListPages, listHref } from "~/ui/list-pages";
import { Banner, Tag } from "~/ui/tag";
import { refusalInWords } from "~/ui/form/refusal-in-words";
import { pageHandle } from "~/ui/page/page-handle";
import { pageOf, pagesOf } from "~/ui/page-number";
import { errorsInWords } from "./errors-in-words";
import { followUpActs } from "./follow-up/act-on-follow-up.server";
import { describeFollowUp } from "./follow-up/describe-follow-up.server";
import { familyColumns } from "./follow-up/family-columns";
import { NextStep } from "./follow-up/next-step";
import { frameOf, wordsOf } from "./frame-of.server";
import { IntakePage } from "./intake-page";
import styles from "./intake.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  i18n: ["intake"],
  title: (t) => t("intake:followUps.title"),
});

function noticeOf({ t }: Awaited<ReturnType<typeof wordsOf>>, done: string | null): string | null {
  const said = {
    answer: "followUps.answered",
    yes: "followUps.sentNow",
    rerouted: "nextProgram.sent",
    reopened: "team.reopened",
    "asked-still": "followUps.askedStill",
  };
  return done && t(said[done as keyof typeof said] ?? "followUps.done");
}

export const loader = deskLoader("intake", async (args) => {
  const words = await wordsOf(args);
  const page = pageOf(args.url);
  const { rows, total } = await listFollowUps(args.ctx, { page });
  const done = args.url.searchParams.get("done");
  const of = args.url.searchParams.get("of");
  const frame = await frameOf(args, { followUps: total });
  return {
    frame,
    rows: rows.map((row) => describeFollowUp(words, row, frame.supervises)),
    page,
    pages: pagesOf(total),
    banner: noticeOf(words, done),
    // Whether it can still be undone is said when it is tried: reading the referral for it would be one more look at a family.
    undoNo: done === "no" && isId(of) ? of : null,
  };
});
export const action = deskAction(
  "intake",
  followUpActs((done) => `${pathTo("/intake/follow-ups")}?done=${done}`),
);

/** What was sent and still waits, overdue first; the next step stands in its row. */
export default function FollowUps() {
  const { frame, rows, page, pages, banner, undoNo } = useLoaderData<typeof loader>();
  const { t } = useTranslation("intake");
  const refusal = useActionData<typeof action>();
  const errors = errorsInWords(t, refusal?.errors);
  const failed = refusalInWords(t, refusal);
  type Row = (typeof rows)[number];
  return (
    <IntakePage
      frame={frame}
      here="follow-ups"
      title={t("followUps.title")}
      lede={t("followUps.lede")}
      width="read"
    >
      {banner && <Banner undo={undoNo && <UndoNo referralId={undoNo} />}>{banner}</Banner>}
      {failed && <ErrorSummary title={failed} errors={errors} />}
      {rows.length === 0 ? (
        <EmptyState icon="check" title={t("followUps.none")} />
      ) : (
        <div className="card card-body">
          <DataTable<Row>
            caption={t("followUps.title")}
            quietCaption
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              ...familyColumns<Row>(t),
              { key: "sent", label: t("followUps.sent"), cell: (row) => row.sent },
              {
                key: "state",
                label: t("followUps.state"),
                cell: (row) => (
                  <>
                    <Tag tone={row.tone}>{row.state}</Tag>
                    {row.question && <p className="meta">{row.question}</p>}
                  </>
                ),
              },
              { key: "next", label: t("followUps.next"), cell: (row) => <NextStep row={row} /> },
            ]}
          />
          <ListPages
            {...{ page, pages }}
            href={(to) => listHref(pathTo("/intake/follow-ups"), { page: to })}
          />
        </div>
      )}
    </IntakePage>
  );
}

/** Takes the family's no back that was just recorded. */
function UndoNo({ referralId }: { referralId: string }) {
  const { t } = useTranslation("intake");
  return (
    <PageForm method="post" values={{ intent: "undo-no", referralId }}>
      <Button small>{t("try.undo")}</Button>
    </PageForm>
  );
}
