import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { readLink, undoLink } from "~/domain/linkage/index.server";
import { undoReasons } from "~/domain/linkage/undo-link.schema";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { RadioGroup } from "~/ui/form/choices";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { refusalInWords } from "~/ui/form/refusal-in-words";
import { pageHandle } from "~/ui/page/page-handle";
import { Tag } from "~/ui/tag";
import { ComparedTable } from "./compared-table";
import { errorsInWords } from "./errors-in-words";
import { frameOf, LinkagePage } from "./linkage-page";
import { RestingRuns, type RestingRun } from "./resting-runs";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("linkage:undo.title"),
});

export const loader = deskLoader("linkage", async ({ ctx, params, session }) => ({
  frame: frameOf(session),
  link: await readLink(ctx, { personId: params.id ?? "" }),
}));

export const action = deskAction("linkage", {
  undo: [
    z.object({ reason: text }),
    async ({ ctx, params, input }) => {
      await undoLink(ctx, {
        personId: params.id ?? "",
        reason: input.reason as (typeof undoReasons)[number],
      });
      return redirect(`${pathTo("/linkage/decided")}?undone`, 303);
    },
  ],
});

type Rests = {
  pairs: { candidateId: string; name: string; isScored: boolean }[];
  runs: RestingRun[];
};

/** What is listed before anything is taken back. */
function WhatRests({ rests, timeZone }: { rests: Rests; timeZone: string }) {
  const { t } = useTranslation("linkage");
  const { pairs, runs } = rests;
  return (
    <Card aria-labelledby="rests">
      <h2 id="rests">{t("undo.rests")}</h2>
      {pairs.length + runs.length === 0 && <p>{t("undo.nothing")}</p>}
      {pairs.length > 0 && (
        <>
          <p>{t("undo.pairs", { count: pairs.length })}</p>
          <ul className="mb-3">
            {pairs.map(({ candidateId, name, isScored }) => (
              <li key={candidateId}>
                {name} {isScored && <Tag tone="warn">{t("undo.reopens")}</Tag>}
              </li>
            ))}
          </ul>
        </>
      )}
      <RestingRuns runs={runs} sentence={t("undo.runs", { count: runs.length })} timeZone={timeZone} />
    </Card>
  );
}

/** A link, all that rests on it, and the way to take it back. */
export default function LinkPage() {
  const { frame, link } = useLoaderData<typeof loader>();
  const { t } = useTranslation("linkage");
  const refusal = useActionData<typeof action>();
  const errors = errorsInWords(t, refusal?.errors);
  const failed = refusalInWords(t, refusal);
  return (
    <LinkagePage frame={frame} here="decided" title={t("undo.title")} lede={t("undo.lede")} width="read">
      {failed && <ErrorSummary title={failed} errors={errors} />}
      <div className="form-stack">
        <WhatRests rests={link.rests} timeZone={frame.timeZone} />
        <Card aria-labelledby="records">
          <h2 id="records">{t("pair.records")}</h2>
          <ComparedTable shown={link.shown} timeZone={frame.timeZone} />
        </Card>
        <PageForm method="post" values={{ intent: "undo" }} stack className="card card-body">
          <RadioGroup
            name="reason"
            label={t("undo.reason")}
            column
            error={errors["reason"]?.[0]}
            choices={undoReasons.map((value) => ({ value, label: t(`undo.reasons.${value}`) }))}
          />
          <div className="row">
            <Button variant="danger">{t("undo.do")}</Button>
            <ButtonLink href={pathTo("/linkage/decided")}>{t("undo.back")}</ButtonLink>
          </div>
        </PageForm>
      </div>
    </LinkagePage>
  );
}
