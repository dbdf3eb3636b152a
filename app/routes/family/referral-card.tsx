import { useTranslation } from "react-i18next";
import { familyReasons } from "~/domain/referrals/states/reasons";
import { Button } from "~/ui/button";
import { Card, Details } from "~/ui/card";
import { RadioGroup, Checkbox } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextField } from "~/ui/form/text-field";
import { DescriptionList } from "~/ui/lists";
import type { FamilyReferralView, FamilyView } from "./view";

type Props = { referral: FamilyReferralView; view: FamilyView; errors: Record<string, string[]> };

/** One program: where things stand, what was shared, and every choice the family has. */
export function ReferralCard({ referral, view, errors }: Props) {
  const { t } = useTranslation("family");
  const { can } = referral;
  return (
    <Card as="article" aria-labelledby={`p-${referral.id}`} className="grid gap-3">
      <div>
        <h2 id={`p-${referral.id}`}>{referral.program}</h2>
        <p className="meta">{referral.organization}</p>
      </div>
      <p>{referral.state}</p>
      {referral.others.length > 0 && <Others referral={referral} />}
      {can.accept && referral.ask && <Ask referral={referral} />}
      {referral.phone && (
        <p>
          <a className="btn" href={`tel:${referral.phone}`}>
            {t("call", { phone: referral.phone })}
          </a>
        </p>
      )}
      <Shared referral={referral} />
      {can.feedback && <Feedback referral={referral} />}
      {referral.feedbackGiven && <p>{t("feedback.thanks")}</p>}
      {can.pause && <Pause referral={referral} view={view} errors={errors} />}
      {can.resume && (
        <Act referral={referral} intent="resume">
          <Button>{t("resume.do")}</Button>
        </Act>
      )}
      {can.decline && !can.accept && <Decline referral={referral} />}
      {can.stop && (
        <Details summary={t("stop.summary")}>
          <p>{t("stop.what")}</p>
          <Act referral={referral} intent="stop">
            <Button variant="danger">{t("stop.do")}</Button>
          </Act>
        </Details>
      )}
      <p className="meta">{t("number", { number: referral.number })}</p>
    </Card>
  );
}

function Act({
  referral,
  intent,
  children,
}: {
  referral: FamilyReferralView;
  intent: string;
  children: React.ReactNode;
}) {
  return (
    <PageForm method="post" values={{ intent, referralId: referral.id, version: referral.version }} stack>
      {children}
    </PageForm>
  );
}

/** Where to go on after an end without help. */
function Others({ referral }: Pick<Props, "referral">) {
  const { t } = useTranslation("family");
  return (
    <div>
      <h3>{t("other.title")}</h3>
      <ul className="grid gap-2">
        {referral.others.map(({ name, organization, path }) => (
          <li key={path}>
            <a href={path}>{name}</a> <span className="meta">{organization}</span>
          </li>
        ))}
      </ul>
      <p className="meta">{t("other.ask")}</p>
    </div>
  );
}

/** An offer that the family has not answered yet: nothing has left. */
function Ask({ referral }: Pick<Props, "referral">) {
  const { t } = useTranslation("family");
  return (
    <>
      <h3>{t("accept.title")}</h3>
      <p className="quote">{referral.ask}</p>
      <div className="row">
        <Act referral={referral} intent="accept">
          <input type="hidden" name="wordsShown" value={referral.ask ?? ""} />
          <Button variant="primary">{t("accept.yes")}</Button>
        </Act>
        <Act referral={referral} intent="decline">
          <Button>{t("accept.no")}</Button>
        </Act>
      </div>
    </>
  );
}

function Shared({ referral }: Pick<Props, "referral">) {
  const { t } = useTranslation("family");
  return (
    <div>
      <h3>{t("shared.title")}</h3>
      {referral.sharing === "not_yet" && <p>{t("shared.notYet")}</p>}
      {referral.sharing === "stopped" && <p>{t("shared.stopped")}</p>}
      {referral.sharing === "shared" && (
        <>
          <p className="meta">{t("shared.with", { organization: referral.organization })}</p>
          <DescriptionList
            facts={referral.shared.map(({ label, words }) => ({ term: label, detail: words }))}
          />
          {referral.wordsRead && (
            <Details summary={t("shared.words")}>
              <p className="quote">{referral.wordsRead}</p>
              {referral.wordsSaid && (
                <>
                  <p className="meta">{t("shared.wordsSaid")}</p>
                  <p className="quote" lang={referral.wordsSaid.language}>
                    {referral.wordsSaid.words}
                  </p>
                </>
              )}
            </Details>
          )}
        </>
      )}
    </div>
  );
}

function Decline({ referral }: Pick<Props, "referral">) {
  const { t } = useTranslation(["family", "status"]);
  return (
    <Details summary={t("family:decline.do")}>
      <Act referral={referral} intent="decline">
        <p>{t("family:decline.sure")}</p>
        <SelectField
          id={`why-${referral.id}`}
          label={t("family:decline.reason")}
          name="reasonCode"
          empty={t("family:decline.choose")}
          options={familyReasons
            .filter(({ code }) => code !== "declined_to_say")
            .map(({ code }) => ({ value: code, label: t(`status:reason.${code}`) }))}
        />
        <p>
          <Button>{t("family:decline.do")}</Button>
        </p>
      </Act>
    </Details>
  );
}

function Pause({ referral, view, errors }: Props) {
  const { t } = useTranslation("family");
  return (
    <Details summary={t("pause.summary")} open={Boolean(errors.resumeBy)}>
      <Act referral={referral} intent="pause">
        <TextField
          id={`until-${referral.id}`}
          type="date"
          label={t("pause.until")}
          name="resumeBy"
          min={view.pauseFrom}
          max={view.pauseTo}
          defaultValue={view.pauseFrom}
          error={errors.resumeBy && view.pauseWrong}
          narrow
        />
        <p>
          <Button>{t("pause.do")}</Button>
        </p>
      </Act>
    </Details>
  );
}

function Feedback({ referral }: Pick<Props, "referral">) {
  const { t } = useTranslation("family");
  return (
    <Act referral={referral} intent="feedback">
      <RadioGroup
        name="helped"
        label={t("feedback.title")}
        choices={(["yes", "partly", "no"] as const).map((value) => ({
          value,
          label: t(`feedback.${value}`),
        }))}
      />
      <Checkbox name="saysServed" label={t("feedback.served")} />
      <p>
        <Button>{t("feedback.do")}</Button>
      </p>
    </Act>
  );
}
