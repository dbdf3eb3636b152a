import { useTranslation } from "react-i18next";
import type { OrganizationDetails } from "~/domain/organizations/read-organization.server";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card, Details } from "~/ui/card";
import { Checkbox } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { TextareaField } from "~/ui/form/text-field";
import { DescriptionList } from "~/ui/lists";
import { usePageFacts } from "~/ui/page/page-facts";
import { Note, Tag, type Tone } from "~/ui/tag";
import { AgreementFields } from "./agreement-fields";

type Claim = OrganizationDetails["claims"][number];
type Props = {
  claim: Claim;
  organization: OrganizationDetails["row"];
  phones: OrganizationDetails["phones"];
  timeZone: string;
  errors: Record<string, string[]>;
};

const tones: Record<string, Tone> = { asked: "info", vetted: "ok", refused: "neu", withdrawn: "neu" };

/** One claim: who asks, what to check before believing it, and the two decisions. */
export function ClaimCard({ claim, organization, phones, timeZone, errors }: Props) {
  const { t } = useTranslation("admin-directory");
  const format = useFormat(timeZone);
  const { name, title, email, phone, secondName, secondTitle, secondEmail, words, status } = claim;
  const person = (who: string, role: string | null, address: string) => (
    <>
      {who}
      {role && `, ${role}`}
      <span className="meta block [overflow-wrap:anywhere]">{address}</span>
    </>
  );
  return (
    <Card aria-labelledby={claim.id}>
      <h2 id={claim.id}>{t("claim.title", { date: format.date(claim.askedAt, "year") })}</h2>
      <p className="mt-2">
        <Tag tone={tones[status] ?? "neu"}>{t(`claim.state.${status}`)}</Tag>
      </p>
      <DescriptionList
        facts={[
          { term: t("claim.first"), detail: person(name, title, email) },
          { term: t("claim.second"), detail: person(secondName ?? "", secondTitle, secondEmail ?? "") },
          { term: t("claim.phone"), detail: <bdi dir="ltr">{phone}</bdi> },
          ...(words ? [{ term: t("claim.words"), detail: words }] : []),
          ...(claim.decisionReason ? [{ term: t("claim.reason"), detail: claim.decisionReason }] : []),
        ]}
      />
      {status === "asked" && <Decide {...{ claim, organization, phones, errors }} />}
      {status === "refused" && (
        <PageForm
          method="post"
          values={{ intent: "reopen", claim: claim.id, version: claim.version }}
          className="mt-3"
        >
          <Button small>{t("claim.reopen")}</Button>
        </PageForm>
      )}
    </Card>
  );
}

function Decide({ claim, organization, phones, errors }: Omit<Props, "timeZone">) {
  const { t } = useTranslation("admin-directory");
  const { mailStays } = usePageFacts();
  const key = { claim: claim.id, version: claim.version };
  return (
    <>
      <h3 className="mt-3">{t("claim.check")}</h3>
      <Note tone="warn">
        {t("claim.callListed")}
        {phones.length === 0 && <p>{t("claim.noListed")}</p>}
        <ul>
          {phones.map(({ number, of }) => (
            <li key={number}>
              <bdi dir="ltr">
                <strong>{number}</strong>
              </bdi>{" "}
              {of}
            </li>
          ))}
        </ul>
      </Note>
      <PageForm method="post" stack className="form-narrow mt-3" values={{ intent: "accept", ...key }}>
        <div id="calledListedNumber" className={errors["calledListedNumber"] ? "field-bad" : undefined}>
          {errors["calledListedNumber"] && <p className="field-error">{errors["calledListedNumber"][0]}</p>}
          <Checkbox name="calledListedNumber" label={t("claim.called")} />
        </div>
        <AgreementFields values={organization} errors={errors} />
        <p className="meta">{t(mailStays ? "claim.acceptWhatKept" : "claim.acceptWhat")}</p>
        <div className="row">
          <Button variant="primary">{t("claim.accept")}</Button>
        </div>
      </PageForm>
      <Details summary={t("claim.refuse")} open={Boolean(errors["reason"])}>
        <p className="meta">{t(mailStays ? "claim.refuseWhatKept" : "claim.refuseWhat")}</p>
        <PageForm method="post" stack className="form-narrow" values={{ intent: "refuse", ...key }}>
          <TextareaField
            name="reason"
            label={t("claim.refuseReason")}
            rows={3}
            maxLength={600}
            error={errors["reason"]?.[0]}
          />
          <div className="row">
            <Button variant="danger">{t("claim.refuse")}</Button>
          </div>
        </PageForm>
      </Details>
    </>
  );
}
