import { useTranslation } from "react-i18next";
import type { RecordLinkage } from "~/domain/referrals/family/read-record-linkage.server";
import { toldHow } from "~/domain/referrals/family/tell-record-linkage.schema";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { RadioGroup } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";

type Props = {
  allowed: RecordLinkage["allowed"];
  /** Who wrote down when, or that the family did so itself, in words; null where nobody spoke of it. */
  said: string | null;
  error?: string | undefined;
  typed?: string | undefined;
};

/** What the family said of comparing its records with the agency's, and the way to write down that it says otherwise. */
export function RecordLinkageCard({ allowed, said, error, typed }: Props) {
  const { t } = useTranslation("intake");
  return (
    <Card aria-labelledby="record-linkage" className="mt-4">
      <h2 id="record-linkage">{t("recordLinkage.title")}</h2>
      <p>{t(allowed ? "recordLinkage.isYes" : "recordLinkage.isNo")}</p>
      {said && <p className="meta">{said}</p>}
      <PageForm
        method="post"
        stack
        className="mt-2"
        values={{ intent: allowed ? "linkageNo" : "linkageYes" }}
      >
        <RadioGroup
          name="how"
          label={t("recordLinkage.how")}
          {...(typed !== undefined && { value: typed })}
          error={error}
          choices={toldHow.map((value) => ({ value, label: t(`recordLinkage.told.${value}`) }))}
        />
        <div className="row">
          <Button>{t(allowed ? "recordLinkage.no" : "recordLinkage.yes")}</Button>
        </div>
      </PageForm>
    </Card>
  );
}
