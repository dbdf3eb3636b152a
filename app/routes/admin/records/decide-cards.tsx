import { useTranslation } from "react-i18next";
import type { RecordsRun } from "~/domain/reports/extracts/list-records-runs.server";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { TextareaField } from "~/ui/form/text-field";
import { isHeld } from "./judgement-cards";

type Props = {
  extract: NonNullable<RecordsRun["extract"]>;
  refused: { act?: string; reason?: string; error?: string };
};

function DecideCard({ act, refused }: { act: "approve" | "withdraw"; refused: Props["refused"] }) {
  const { t } = useTranslation("admin-records");
  return (
    <Card aria-labelledby={act}>
      <h2 id={act}>{t(`${act}.title`)}</h2>
      <p className="meta">{t(`${act}.lede`)}</p>
      <PageForm method="post" stack className="form-narrow" values={{ intent: act, act }}>
        <TextareaField
          id={`${act}-reason`}
          name="reason"
          label={t(`${act}.reason`)}
          rows={2}
          maxLength={1000}
          defaultValue={refused.act === act ? refused.reason : ""}
          error={refused.act === act && refused.error ? t(`errors.${refused.error}`) : undefined}
        />
        <div className="row">
          <Button>{t(`${act}.act`)}</Button>
        </div>
      </PageForm>
    </Card>
  );
}

/** Says why a jump is right, and takes an extract back; each with a reason that stays. */
export function DecideCards({ extract, refused }: Props) {
  if (extract.decisions.some(({ kind }) => kind === "withdrawn")) return null;
  return (
    <>
      {isHeld(extract) && <DecideCard act="approve" refused={refused} />}
      <DecideCard act="withdraw" refused={refused} />
    </>
  );
}
