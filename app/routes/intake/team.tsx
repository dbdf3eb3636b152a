import type { LinksFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { listTeammates } from "~/auth/list-teammates.server";
import { listFollowUps, listRecentlyClosed, reassignReferral } from "~/domain/referrals/index.server";
import { EmptyState } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { ErrorSummary } from "~/ui/form/error-summary";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Tag } from "~/ui/tag";
import { conflictInWords, errorsInWords } from "./errors-in-words";
import { actOnFollowUp } from "./follow-up/act-on-follow-up.server";
import { describeFollowUp } from "./follow-up/describe-follow-up.server";
import { ClosedTable } from "./follow-up/closed-table";
import { GiveTo } from "./follow-up/give-to";
import { Reopen, TakeBack } from "./follow-up/next-step";
import { frameOf, readId, textOf, wordsOf } from "./frame-of.server";
import { IntakePage } from "./intake-page";
import styles from "./intake.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({ i18n: ["intake"], title: (t) => t("intake:team.title") });

const notices = ["given", "done", "reopened"];

async function loadTeam(args: DeskArgs) {
  const words = wordsOf(args);
  const done = args.url.searchParams.get("done") ?? "";
  // Forbidden, and so a 403 page, for everybody who does not supervise.
  const all = await listFollowUps(args.ctx, { scope: "team" });
  // Late, or nobody's: a family that asked by itself, or a colleague who left.
  const late = all.filter(({ overdue, senderUserId }) => overdue || !senderUserId);
  const people = await listTeammates(args.ctx);
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  const rows = late.map((row) => ({
    ...describeFollowUp(words, row, true),
    with: (row.senderUserId && names.get(row.senderUserId)) || words.t("team.nobody"),
  }));
  return {
    frame: await frameOf(args),
    rows,
    people,
    closed: (await listRecentlyClosed(args.ctx)).map((row) => ({
      id: row.id,
      version: row.version,
      family: row.familyName,
      program: row.serviceName,
      closed: words.format.date(row.closedAt),
      state: words.t(`status:referral.${row.status}`),
      reason: row.status === "expired" ? null : row.reasonCode && words.t(`status:reason.${row.reasonCode}`),
    })),
    banner: notices.includes(done) ? words.t(`team.${done}`) : null,
  };
}

export const loader = deskLoader("intake", loadTeam);
export const action = deskAction("intake", async (args) => {
  const { ctx, form } = args;
  if (form.has("intent")) return redirect(`/intake/team?done=${await actOnFollowUp(args)}`, 303);
  await reassignReferral(ctx, {
    referralId: readId(textOf(form, "referralId")),
    version: textOf(form, "version"),
    toUserId: textOf(form, "toUserId"),
  });
  return redirect("/intake/team?done=given", 303);
});

/** What is late in the whole team, and whom to give it to. */
export default function Team() {
  const { frame, rows, people, closed, banner } = useLoaderData<typeof loader>();
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
              { key: "family", label: t("followUps.family"), header: true, cell: (row) => row.family },
              { key: "program", label: t("followUps.program"), cell: (row) => row.program },
              {
                key: "state",
                label: t("followUps.state"),
                cell: (row) => <Tag tone={row.tone}>{row.state}</Tag>,
              },
              { key: "with", label: t("team.with"), cell: (row) => row.with },
              { key: "give", label: t("team.give"), cell: (row) => <Choices row={row} people={people} /> },
            ]}
          />
        </div>
      )}
      <ClosedTable rows={closed} />
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
          <a className="btn btn-s" href={`/intake/follow-ups/${row.id}/next`}>
            {t("nextProgram.see")}
          </a>
        </p>
      )}
      {row.may.withdraw && <TakeBack row={row} intent="withdraw" words={t("team.force")} />}
      {row.may.reopen && <Reopen row={row} />}
    </div>
  );
}
