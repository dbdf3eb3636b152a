import type { LinksFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { listTeammates } from "~/auth/list-teammates.server";
import { listFollowUps, listRecentlyClosed, reassignReferral } from "~/domain/referrals/index.server";
import { readId } from "~/domain/kernel/ids";
import { pathTo } from "~/paths";
import { EmptyState } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { ErrorSummary } from "~/ui/form/error-summary";
import { conflictInWords } from "~/ui/form/refusal-in-words";
import { ListPages, listHref } from "~/ui/list-pages";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Tag } from "~/ui/tag";
import { pageOf, pagesOf } from "~/ui/page-number";
import { errorsInWords } from "./errors-in-words";
import { followUpActs } from "./follow-up/act-on-follow-up.server";
import { describeFollowUp } from "./follow-up/describe-follow-up.server";
import { ClosedTable } from "./follow-up/closed-table";
import { describeClosed } from "./follow-up/describe-closed.server";
import { familyColumns } from "./follow-up/family-columns";
import { GiveTo } from "./follow-up/give-to";
import { Reopen, TakeBack } from "./follow-up/next-step";
import { frameOf, wordsOf } from "./frame-of.server";
import { IntakePage } from "./intake-page";
import styles from "./intake.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({ i18n: ["intake"], title: (t) => t("intake:team.title") });

const notices = ["given", "done", "reopened"];

async function loadTeam(args: DeskArgs) {
  const words = await wordsOf(args);
  const done = args.url.searchParams.get("done") ?? "";
  const [page, closedPage] = [pageOf(args.url), pageOf(args.url, "ended")];
  // Forbidden, and so a 403 page, for everybody who does not supervise.
  const late = await listFollowUps(args.ctx, { scope: "team", late: true, page });
  const ended = await listRecentlyClosed(args.ctx, { page: closedPage });
  const people = await listTeammates(args.ctx);
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  const rows = late.rows.map((row) => ({
    ...describeFollowUp(words, row, true),
    with: (row.senderUserId && names.get(row.senderUserId)) || words.t("team.nobody"),
  }));
  return {
    frame: await frameOf(args),
    rows,
    people,
    at: { page, ended: closedPage },
    pages: { page: pagesOf(late.total), ended: pagesOf(ended.total) },
    closed: ended.rows.map((row) => describeClosed(words, row)),
    banner: notices.includes(done) ? words.t(`team.${done}`) : null,
  };
}

export const loader = deskLoader("intake", loadTeam);
export const action = deskAction("intake", {
  ...followUpActs((done) => `${pathTo("/intake/team")}?done=${done}`),
  give: [
    z.object({ referralId: text, version: text, toUserId: text }),
    async ({ ctx, input }) => {
      await reassignReferral(ctx, { ...input, referralId: readId(input.referralId) });
      return redirect(`${pathTo("/intake/team")}?done=given`, 303);
    },
  ],
});

/** What is late in the whole team, and whom to give it to. */
export default function Team() {
  const { frame, rows, people, closed, at, pages, banner } = useLoaderData<typeof loader>();
  const { t } = useTranslation("intake");
  const refusal = useActionData<typeof action>();
  const errors = errorsInWords(t, refusal?.errors);
  const failed =
    conflictInWords(t, refusal?.conflict) ??
    (errors.toUserId ? t("team.choosePerson") : Object.keys(errors).length > 0 ? t("team.sayWhy") : null);
  type Row = (typeof rows)[number];
  return (
    <IntakePage frame={frame} here="team" title={t("team.title")} lede={t("team.lede")} width="read">
      {banner && <Banner>{banner}</Banner>}
      {failed && <ErrorSummary title={failed} errors={{}} />}
      {rows.length === 0 ? (
        <EmptyState icon="check" title={t("team.none")} />
      ) : (
        <div className="card card-body">
          <DataTable<Row>
            caption={t("team.title")}
            quietCaption
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              ...familyColumns<Row>(t),
              {
                key: "state",
                label: t("followUps.state"),
                cell: (row) => <Tag tone={row.tone}>{row.state}</Tag>,
              },
              { key: "with", label: t("team.with"), cell: (row) => row.with },
              { key: "give", label: t("team.give"), cell: (row) => <Choices row={row} people={people} /> },
            ]}
          />
          <ListPages
            page={at.page}
            pages={pages.page}
            href={(page) => listHref(pathTo("/intake/team"), { ...at, page })}
          />
        </div>
      )}
      <ClosedTable rows={closed}>
        <ListPages
          page={at.ended}
          pages={pages.ended}
          href={(ended) => listHref(pathTo("/intake/team"), { ...at, ended })}
        />
      </ClosedTable>
    </IntakePage>
  );
}

type People = ReturnType<typeof useLoaderData<typeof loader>>["people"];
type TeamRow = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

/** Give it to a colleague, or a supervisor's own acts: take it back at once, or reopen what ended. */
function Choices({ row, people }: { row: TeamRow; people: People }) {
  const { t } = useTranslation("intake");
  return (
    <div className="grid gap-2">
      <GiveTo row={row} people={people} />
      {row.may.reroute && (
        <p>
          <a className="btn btn-s" href={pathTo("/intake/follow-ups/:id/next", { id: row.id })}>
            {t("nextProgram.see")}
          </a>
        </p>
      )}
      {row.may.withdraw && <TakeBack row={row} intent="withdraw" words={t("team.force")} />}
      {row.may.reopen && <Reopen row={row} />}
    </div>
  );
}
