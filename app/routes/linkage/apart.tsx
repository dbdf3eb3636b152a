import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { readApart, reopenPair } from "~/domain/linkage/index.server";
import { reopenReasons } from "~/domain/linkage/reopen-pair.schema";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { RadioGroup } from "~/ui/form/choices";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { refusalInWords } from "~/ui/form/refusal-in-words";
import { pageHandle } from "~/ui/page/page-handle";
import { ComparedTable } from "./compared-table";
import { errorsInWords } from "./errors-in-words";
import { frameOf, LinkagePage } from "./linkage-page";
import { RestingRuns, type RestingRun } from "./resting-runs";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("linkage:apart.title"),
});

export const loader = deskLoader("linkage", async ({ ctx, params, session }) => ({
  frame: frameOf(session),
  apart: await readApart(ctx, { eventId: params.id ?? "" }),
}));

export const action = deskAction("linkage", {
  reopen: [
    z.object({ reason: text }),
    async ({ ctx, params, input }) => {
      const reason = input.reason as (typeof reopenReasons)[number];
      const { candidateId } = await reopenPair(ctx, { eventId: params.id ?? "", reason });
      return redirect(pathTo("/linkage/pairs/:id", { id: candidateId }), 303);
    },
  ],
});

type Rests = {
  links: { personId: string; name: string; of: "portal" | "agency" }[];
  runs: RestingRun[];
};

/** What is listed before the answer is taken back. */
function WhatRests({ rests: { links, runs }, timeZone }: { rests: Rests; timeZone: string }) {
  const { t } = useTranslation("linkage");
  return (
    <Card aria-labelledby="rests">
      <h2 id="rests">{t("apart.rests")}</h2>
      {links.length + runs.length === 0 && <p>{t("apart.nothing")}</p>}
      {links.length > 0 && (
        <ul className="mb-3">
          {links.map(({ personId, name, of }) => (
            <li key={personId}>{t(`apart.link.${of}`, { name: name || t("pair.empty") })}</li>
          ))}
        </ul>
      )}
      <RestingRuns runs={runs} sentence={t("apart.runs", { count: runs.length })} timeZone={timeZone} />
    </Card>
  );
}

/** An answer that keeps two records apart, all that rests on it, and the way to take it back. */
export default function ApartPage() {
  const { frame, apart } = useLoaderData<typeof loader>();
  const { t } = useTranslation("linkage");
  const refusal = useActionData<typeof action>();
  const errors = errorsInWords(t, refusal?.errors);
  const failed = refusalInWords(t, refusal);
  return (
    <LinkagePage frame={frame} here="decided" title={t("apart.title")} lede={t("apart.lede")} width="read">
      {failed && <ErrorSummary title={failed} errors={errors} />}
      <div className="form-stack">
        <WhatRests rests={apart} timeZone={frame.timeZone} />
        <Card aria-labelledby="records">
          <h2 id="records">{t("pair.records")}</h2>
          <ComparedTable shown={apart.shown} timeZone={frame.timeZone} />
        </Card>
        <PageForm method="post" values={{ intent: "reopen" }} stack className="card card-body">
          <RadioGroup
            name="reason"
            label={t("undo.reason")}
            column
            error={errors["reason"]?.[0]}
            choices={reopenReasons.map((value) => ({ value, label: t(`apart.reasons.${value}`) }))}
          />
          <div className="row">
            <Button variant="primary">{t("apart.do")}</Button>
            <ButtonLink href={pathTo("/linkage/decided")}>{t("apart.back")}</ButtonLink>
          </div>
        </PageForm>
      </div>
    </LinkagePage>
  );
}
