import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { senderReasons } from "~/domain/referrals/states/reasons";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Details, VisuallyHidden } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextareaField, TextField } from "~/ui/form/text-field";
import type { FollowUpView } from "./describe-follow-up.server";

/** Who acts next, the program's phone, and the forms that belong to this state. */
export function NextStep({ row }: { row: FollowUpView }) {
  const { t } = useTranslation(["intake", "status"]);
  return (
    <div className="grid gap-2">
      {!row.may.askFamily && <span>{row.step}</span>}
      {row.phone && !row.may.askFamily && (
        <span>
          <a href={`tel:${row.phone}`}>
            {t("intake:followUps.callProgram")} <bdi dir="ltr">{row.phone}</bdi>
          </a>
        </span>
      )}
      {row.may.answer && (
        <Act row={row} intent="answer" stack>
          <TextareaField
            id={`answer-${row.id}`}
            name="answer"
            label={t("intake:followUps.answer")}
            maxLength={1000}
          />
          <p>
            <Button small variant="primary">
              {t("intake:followUps.sendAnswer")}
            </Button>
          </p>
        </Act>
      )}
      {row.may.askFamily && (
        <p>
          <a className="btn btn-s btn-p" href={pathTo("/intake/follow-ups/:id", { id: row.id })}>
            {t("intake:followUps.askFamily")}
            <VisuallyHidden>: {row.family}</VisuallyHidden>
          </a>
        </p>
      )}
      {row.may.reroute && (
        <p>
          <a className="btn btn-s btn-p" href={pathTo("/intake/follow-ups/:id/next", { id: row.id })}>
            {t("intake:nextProgram.see")}
            <VisuallyHidden>: {row.family}</VisuallyHidden>
          </a>
        </p>
      )}
      {row.asked && <span className="meta">{row.asked}</span>}
      {row.may.settle && (
        <Act row={row} intent="settle">
          <Button small>{t("intake:followUps.settled")}</Button>
        </Act>
      )}
      {row.may.withdraw && <TakeBack row={row} intent="withdraw" words={t("intake:followUps.withdraw")} />}
      {row.may.askBack && <TakeBack row={row} intent="ask-back" words={t("intake:followUps.askBack")} />}
      {row.may.reopen && <Reopen row={row} />}
    </div>
  );
}

/** A supervisor's: with a reason, a new referral that names the one that ended. */
export function Reopen({ row }: { row: Pick<FollowUpView, "id" | "version" | "family"> }) {
  const { t } = useTranslation("intake");
  return (
    <Details
      summary={
        <>
          {t("team.reopen")}
          <VisuallyHidden>: {row.family}</VisuallyHidden>
        </>
      }
    >
      <Act row={row} intent="reopen" stack>
        <TextField id={`reopen-${row.id}`} name="reason" label={t("team.reopenWhy")} maxLength={300} />
        <p>
          <Button small>{t("team.reopenDo")}</Button>
        </p>
      </Act>
    </Details>
  );
}

export function TakeBack({
  row,
  intent,
  words,
}: {
  row: Pick<FollowUpView, "id" | "version" | "family">;
  intent: string;
  words: string;
}) {
  const { t } = useTranslation(["intake", "status"]);
  return (
    <Details
      summary={
        <>
          {words}
          <VisuallyHidden>: {row.family}</VisuallyHidden>
        </>
      }
    >
      <Act row={row} intent={intent} stack>
        <SelectField
          id={`why-${row.id}`}
          name="reasonCode"
          label={t("intake:followUps.reason")}
          empty={t("intake:followUps.choose")}
          options={senderReasons.map(({ code }) => ({ value: code, label: t(`status:reason.${code}`) }))}
        />
        <p>
          <Button small>{words}</Button>
        </p>
      </Act>
    </Details>
  );
}

function Act({
  row,
  intent,
  stack,
  children,
}: {
  row: Pick<FollowUpView, "id" | "version">;
  intent: string;
  stack?: boolean;
  children: ReactNode;
}) {
  return (
    <PageForm method="post" values={{ intent, referralId: row.id, version: row.version }} stack={stack}>
      {children}
    </PageForm>
  );
}
