import { useTranslation } from "react-i18next";
import type { OrganizationDetails } from "~/domain/organizations/read-organization.server";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card, Details } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { TextareaField } from "~/ui/form/text-field";
import { usePageFacts } from "~/ui/page/page-facts";
import { Note } from "~/ui/tag";
import { AgreementFields } from "./agreement-fields";

type Props = {
  organization: OrganizationDetails["row"];
  published: number;
  openReferrals: number | null;
  timeZone: string;
  errors: Record<string, string[]>;
  /** The act that was refused, so that its fold stays open. */
  refused: string | null;
};

/** The agreement and suspension: each says whom it touches before the button. */
export function StandingCard({ organization, published, openReferrals, timeZone, errors, refused }: Props) {
  const { t } = useTranslation("admin-directory");
  const { mailStays } = usePageFacts();
  const format = useFormat(timeZone);
  const key = { version: organization.version };
  const touched = (
    <ul>
      <li>{t("suspend.listings", { count: published })}</li>
      {openReferrals !== null && (
        <li>{t(mailStays ? "suspend.referralsKept" : "suspend.referrals", { count: openReferrals })}</li>
      )}
    </ul>
  );
  const suspended = organization.status === "suspended";
  return (
    <Card aria-labelledby="agreement">
      <h2 id="agreement">{t("agreement.title")}</h2>
      <Details summary={t("agreement.renew")} open={refused === "agreement"}>
        <PageForm method="post" stack className="form-narrow" values={{ intent: "agreement", ...key }}>
          <AgreementFields values={organization} errors={refused === "agreement" ? errors : {}} at="own-" />
          <div className="row">
            <Button variant="primary">{t("agreement.save")}</Button>
          </div>
        </PageForm>
      </Details>
      {suspended ? (
        <>
          <Note tone="bad">
            {t("suspend.isSuspended", {
              date: organization.suspendedAt ? format.date(organization.suspendedAt, "year") : "",
              reason: organization.suspensionReason ?? "",
            })}
          </Note>
          <p className="meta">{t(mailStays ? "suspend.restoreWhatKept" : "suspend.restoreWhat")}</p>
          <PageForm method="post" values={{ intent: "restore", ...key }} className="mt-2">
            <Button>{t("suspend.restore")}</Button>
          </PageForm>
        </>
      ) : (
        <Details summary={t("suspend.title")} open={refused === "suspend"}>
          <p>{t("suspend.what")}</p>
          {touched}
          <PageForm method="post" stack className="form-narrow" values={{ intent: "suspend", ...key }}>
            <TextareaField
              id="suspend-reason"
              name="reason"
              label={t("suspend.reason")}
              rows={2}
              maxLength={600}
              error={refused === "suspend" ? errors["reason"]?.[0] : undefined}
            />
            <div className="row">
              <Button variant="danger">{t("suspend.act")}</Button>
            </div>
          </PageForm>
        </Details>
      )}
    </Card>
  );
}
