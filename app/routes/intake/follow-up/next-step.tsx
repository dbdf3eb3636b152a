import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { senderReasons } from "~/domain/referrals/reasons";
import { Button } from "~/ui/button";
import { Details } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextareaField } from "~/ui/form/text-field";
import type { FollowUpView } from "./describe-follow-up.server";

/** Who acts next, the program's phone, and the forms that belong to this state. */
export function NextStep({ row }: { row: FollowUpView }) {
  const { t } = useTranslation(["intake", "status"]);
  return (
    <div className="grid gap-2">
      <span>{row.step}</span>
      {row.phone && (
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
      {row.may.familyNo && (
        <Act row={row} intent="family-no">
          <Button small>{t("intake:followUps.familyNo")}</Button>
        </Act>
      )}
      {row.may.settle && (
        <Act row={row} intent="settle">
          <Button small>{t("intake:followUps.settled")}</Button>
        </Act>
      )}
      {row.may.withdraw && (
        <Details summary={t("intake:followUps.withdraw")}>
          <Act row={row} intent="withdraw" stack>
            <SelectField
              id={`why-${row.id}`}
              name="reasonCode"
              label={t("intake:followUps.reason")}
              empty={t("intake:followUps.choose")}
              options={senderReasons.map(({ code }) => ({ value: code, label: t(`status:reason.${code}`) }))}
            />
            <p>
              <Button small>{t("intake:followUps.withdraw")}</Button>
            </p>
          </Act>
        </Details>
      )}
    </div>
  );
}

function Act({
  row,
  intent,
  stack,
  children,
}: {
  row: FollowUpView;
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
