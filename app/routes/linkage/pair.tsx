import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { decidePair, findNextPair, readOwnAnswer, readPair } from "~/domain/linkage/index.server";
import type { Answer } from "~/domain/linkage/settle-readings";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { ErrorSummary } from "~/ui/form/error-summary";
import { refusalInWords } from "~/ui/form/refusal-in-words";
import { pageHandle } from "~/ui/page/page-handle";
import { useLineCut } from "~/ui/stay-when-cut";
import { Note } from "~/ui/tag";
import { useShortcuts } from "~/ui/use-shortcuts";
import { AnswerForm, answerKeys } from "./answer-form";
import { ComparedTable } from "./compared-table";
import { errorsInWords } from "./errors-in-words";
import { LastAnswer } from "./last-answer";
import { frameOf, LinkagePage } from "./linkage-page";
import { OtherCandidates } from "./other-candidates";
import { RosterTable } from "./roster-table";

export const handle = pageHandle<typeof loader>({
  hydrate: true,
  i18n: ["linkage"],
  robots: "noindex",
  title: (t) => t("linkage:pair.title"),
});

export const loader = deskLoader("linkage", async ({ ctx, params, session, url }) => {
  const last = url.searchParams.get("last");
  return {
    frame: frameOf(session),
    pair: await readPair(ctx, { candidateId: params.id ?? "" }),
    waiting: (await findNextPair(ctx)).waiting,
    last: last ? await readOwnAnswer(ctx, { candidateId: last }) : null,
  };
});

export const action = deskAction("linkage", {
  decide: [
    z.object({ said: text, personHash: text, childHash: text }),
    async ({ ctx, params, input: { said, ...hashes } }) => {
      const candidateId = params.id ?? "";
      const [answer = "", reasonCode = ""] = said.split(":");
      await decidePair(ctx, { candidateId, answer: answer as Answer, reasonCode, ...hashes });
      const { nextId } = await findNextPair(ctx);
      const to = nextId ? pathTo("/linkage/pairs/:id", { id: nextId }) : pathTo("/linkage");
      return redirect(`${to}?last=${candidateId}`, 303);
    },
  ],
});

export { stayWhenCut as clientAction, unlessCut as shouldRevalidate } from "~/ui/stay-when-cut";

/** One pair: what differs, both families, other candidates, and the answer. The score comes after it. */
export default function PairPage() {
  const { frame, pair, waiting, last } = useLoaderData<typeof loader>();
  const { t } = useTranslation("linkage");
  const refusal = useActionData<typeof action>();
  const errors = errorsInWords(t, refusal?.errors);
  const cut = useLineCut();
  const failed = cut ? t("conflict.not_sent") : refusalInWords(t, refusal);
  const unanswered = errors["answer"]?.[0] ?? errors["reasonCode"]?.[0];
  useShortcuts();
  return (
    <LinkagePage
      frame={frame}
      here="queue"
      title={t("pair.title")}
      lede={pair.own ? undefined : t("pair.waiting", { count: waiting })}
      shortcuts={[
        { keys: [answerKeys.same[0]!, answerKeys.same.at(-1)!], range: true, label: t("shortcut.same") },
        { keys: answerKeys.different, label: t("shortcut.different") },
        { keys: [...answerKeys.not_enough, ...answerKeys.split], label: t("shortcut.unsure"), less: true },
        { keys: ["enter"], label: t("shortcut.send") },
        { keys: ["/"], label: t("shortcut.search"), less: true },
      ]}
    >
      {failed && <ErrorSummary title={failed} errors={unanswered ? { said: [unanswered] } : {}} />}
      {!failed && last && <LastAnswer last={last} timeZone={frame.timeZone} />}
      <div className="grid gap-4 lg:grid-cols-[2fr_1fr] items-start">
        <div className="form-stack">
          <Card aria-labelledby="records">
            <h2 id="records">{t("pair.records")}</h2>
            {pair.whyOpen && !pair.own && <p className="meta">{t(`pair.why.${pair.whyOpen}`)}</p>}
            <ComparedTable shown={pair.shown} before={pair.before} timeZone={frame.timeZone} />
          </Card>
          {pair.own ? (
            <Card>
              <Note icon="check">{t("pair.isAnswered", { answer: t(`answer.${pair.own.answer}`) })}</Note>
              <ButtonLink href={pathTo("/linkage")} variant="primary" shortcut="n" className="mt-3">
                {t("pair.next")}
              </ButtonLink>
            </Card>
          ) : (
            <AnswerForm
              key={pair.candidateId}
              personHash={pair.personHash}
              childHash={pair.childHash}
              error={unanswered}
            />
          )}
        </div>
        <div className="form-stack">
          <Card aria-labelledby="families">
            <h2 id="families">{t("pair.families")}</h2>
            <RosterTable rosters={pair.rosters} timeZone={frame.timeZone} />
          </Card>
          <OtherCandidates others={pair.others} timeZone={frame.timeZone} />
        </div>
      </div>
    </LinkagePage>
  );
}
