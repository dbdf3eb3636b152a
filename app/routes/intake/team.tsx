import type { LinksFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { listTeammates } from "~/auth/list-teammates.server";
import { listFollowUps, reassignReferral } from "~/domain/referrals/index.server";
import { EmptyState } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { ErrorSummary } from "~/ui/form/error-summary";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Tag } from "~/ui/tag";
import { conflictInWords, errorsInWords } from "./errors-in-words";
import { describeFollowUp } from "./follow-up/describe-follow-up.server";
import { GiveTo } from "./follow-up/give-to";
import { frameOf, readId, textOf, wordsOf } from "./frame-of.server";
import { IntakePage } from "./intake-page";
import styles from "./intake.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({ i18n: ["intake"], title: (t) => t("intake:team.title") });

async function loadTeam(args: DeskArgs) {
  const words = wordsOf(args);
  // Forbidden, and so a 403 page, for everybody who does not supervise.
  const late = (await listFollowUps(args.ctx, { scope: "team" })).filter(({ overdue }) => overdue);
  const people = await listTeammates(args.ctx);
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  const rows = late.map((row) => ({
    ...describeFollowUp(words, row),
    with: (row.senderUserId && names.get(row.senderUserId)) || words.t("team.nobody"),
  }));
  return {
    frame: await frameOf(args),
    rows,
    people,
    banner: args.url.searchParams.has("given") ? words.t("team.given") : null,
  };
}

export const loader = deskLoader("intake", loadTeam);
export const action = deskAction("intake", async ({ ctx, form }) => {
  await reassignReferral(ctx, {
    referralId: readId(textOf(form, "referralId")),
    version: textOf(form, "version"),
    toUserId: textOf(form, "toUserId"),
  });
  return redirect("/intake/team?given", 303);
});

/** What is late in the whole team, and whom to give it to. */
export default function Team() {
  const { frame, rows, people, banner } = useLoaderData<typeof loader>();
  const { t } = useTranslation("intake");
  const refusal = useActionData<typeof action>();
  const errors = errorsInWords(t, refusal?.errors);
  const failed =
    conflictInWords(t, refusal?.conflict) ?? (Object.keys(errors).length > 0 ? t("team.choosePerson") : null);
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
              { key: "give", label: t("team.give"), cell: (row) => <GiveTo row={row} people={people} /> },
            ]}
          />
        </div>
      )}
    </IntakePage>
  );
}
