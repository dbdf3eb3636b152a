import { useTranslation } from "react-i18next";
import type { ListedPerson } from "~/auth/list-people.server";
import { resetReasonLength } from "~/auth/reset-second-step.schema";
import { Button } from "~/ui/button";
import { Details, VisuallyHidden } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";
import { usePageFacts } from "~/ui/page/page-facts";

/** What was refused of this row's form. */
export type RefusedReset = { membership: string; error: string | undefined; reason: string };

/** The field's id in the page: every person has one. */
export const reasonIdOf = (membershipId: string) => `reason-${membershipId}`;

/** For a lost phone: folded, with what happens and why it is done. Nothing to reset before it is set up; nobody resets the own, nor that of a sealed organization's people. */
export function ResetStep({
  row,
  find,
  refused,
}: {
  row: ListedPerson;
  /** What was looked for when the row was found. */
  find: string;
  refused: RefusedReset | null;
}) {
  const { t } = useTranslation("admin");
  const { mailStays } = usePageFacts();
  if (row.own || row.sealedElsewhere || !row.twoFactorEnabled) return null;
  return (
    <Details
      open={refused !== null}
      summary={
        <>
          {t("people.resetStep")}
          <VisuallyHidden>: {row.name}</VisuallyHidden>
        </>
      }
    >
      <p className="meta">{t(mailStays ? "people.resetWhatKept" : "people.resetWhat")}</p>
      <PageForm method="post" stack values={{ intent: "reset-step", membership: row.membershipId, find }}>
        <TextField
          id={reasonIdOf(row.membershipId)}
          name="reason"
          label={t("people.resetReason")}
          hint={t("people.resetReasonHint")}
          error={refused?.error}
          defaultValue={refused?.reason}
          maxLength={resetReasonLength}
          autoComplete="off"
        />
        <div className="row">
          <Button small variant="danger">
            {t("people.reset")}
          </Button>
        </div>
      </PageForm>
    </Details>
  );
}
