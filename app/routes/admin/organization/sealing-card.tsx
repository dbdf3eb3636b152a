import { useTranslation } from "react-i18next";
import type { OrganizationDetails } from "~/domain/organizations/read-organization.server";
import { type SealingFlag, sealingFlags } from "~/domain/organizations/vetting.schema";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card, Details } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { TextareaField } from "~/ui/form/text-field";
import { Note } from "~/ui/tag";

type Props = {
  details: OrganizationDetails;
  published: number;
  timeZone: string;
  errors: Record<string, string[]>;
  /** What was sent in the act that was refused, so that its fold stays open. */
  refused: Partial<Record<string, string>> | null;
};
type Fold = Omit<Props, "timeZone"> & { flag: SealingFlag };

/** Whether it keeps its families to itself by law, and each mark with what it changes before the button. */
export function SealingCard({ timeZone, ...props }: Props) {
  const { t } = useTranslation("admin-directory");
  const format = useFormat(timeZone);
  const { row } = props.details;
  const marked = sealingFlags.filter((flag) => row[flag]);
  return (
    <Card aria-labelledby="sealing">
      <h2 id="sealing">{t("seal.card")}</h2>
      <p className="meta">{t("seal.lede")}</p>
      <p className="mt-2">
        {marked.length === 0 ? t("seal.none") : marked.map((flag) => t(`seal.is.${flag}`)).join(" ")}{" "}
        {row.sealedAt && t("seal.since", { date: format.date(row.sealedAt, "year") })}
      </p>
      {sealingFlags.map((flag) =>
        row[flag] ? <Unmark key={flag} {...props} flag={flag} /> : <Mark key={flag} {...props} flag={flag} />,
      )}
    </Card>
  );
}

function Mark({ details, published, flag, refused }: Fold) {
  const { t } = useTranslation("admin-directory");
  const { row, people, openReferrals } = details;
  return (
    <Details
      summary={t(`seal.mark.${flag}`)}
      open={refused?.["intent"] === "seal" && refused["flag"] === flag}
    >
      <p>{t("seal.what")}</p>
      <ul>
        <li>{t("seal.listings", { count: published })}</li>
        <li>{people.length === 0 ? t("seal.peopleNone") : t("seal.people", { count: people.length })}</li>
        {openReferrals !== null && <li>{t("seal.referrals", { count: openReferrals })}</li>}
        <li>{t("seal.counts")}</li>
        <li>{t(`seal.names.${flag}`)}</li>
      </ul>
      {openReferrals ? (
        <Note tone="warn">{t("seal.never")}</Note>
      ) : (
        <p className="meta mt-2">{t("seal.back")}</p>
      )}
      <PageForm
        method="post"
        className="row mb-3 mt-2"
        values={{ intent: "seal", flag, version: row.version }}
      >
        <Button variant="danger">{t(`seal.act.${flag}`)}</Button>
      </PageForm>
    </Details>
  );
}

function Unmark({ details, flag, errors, refused }: Fold) {
  const { t } = useTranslation("admin-directory");
  const open = refused?.["intent"] === "unseal" && refused["flag"] === flag;
  return (
    <Details summary={t(`seal.unmark.${flag}`)} open={open}>
      <p className="meta">{t("seal.unmarkWhat")}</p>
      <PageForm
        method="post"
        stack
        className="form-narrow"
        values={{ intent: "unseal", flag, version: details.row.version }}
      >
        <TextareaField
          id={`unseal-${flag}`}
          name="reason"
          label={t("seal.reason")}
          rows={2}
          maxLength={600}
          defaultValue={open ? refused["reason"] : undefined}
          error={open ? errors["reason"]?.[0] : undefined}
        />
        <div className="row">
          <Button variant="danger">{t("seal.unact")}</Button>
        </div>
      </PageForm>
    </Details>
  );
}
