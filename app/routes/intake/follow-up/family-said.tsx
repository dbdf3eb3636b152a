import { useState } from "react";
import { useTranslation } from "react-i18next";
import { attemptWays } from "~/domain/referrals/states/attempt-rule";
import { familyReasons, unreachableReasons } from "~/domain/referrals/states/reasons";
import { type Asked, wordsToRead } from "~/domain/referrals/family/consent-as-read";
import type { ConsentLanguage, ConsentText } from "~/domain/referrals/family/consent-words";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Checkbox } from "~/ui/form/choices";
import { FieldError } from "~/ui/form/field";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextareaField, TextField } from "~/ui/form/text-field";
import { NeedsToTick } from "../find/needs-to-tick";
import { ReadAloud } from "../find/read-aloud";
import type { PanelView } from "../find/view";

type Errors = Record<string, string[]>;
/** `typed`: what stood in the form that was refused. */
type AskedFamily = Asked["family"];
type Said = { version: number; errors: Errors; typed?: Record<string, string> };

/** Yes: the words are read first; the box is never ticked beforehand. */
export function SaidYes({
  version,
  errors,
  typed = {},
  asked,
  organization,
  consentText,
  script,
  needs,
}: Said & {
  needs: PanelView["needs"];
  asked: AskedFamily;
  organization: string;
  consentText: ConsentText;
  script: ConsentLanguage;
}) {
  const { t } = useTranslation("intake");
  const [zip, setZip] = useState(typed.postalCode ?? "");
  const family = { ...asked, postalCode: zip.trim() || asked.postalCode };
  const words = wordsToRead({ by: "worker", text: consentText, family, organization });
  const chosen = typed.script === "es" || typed.script === "en" ? typed.script : script;
  return (
    <Card aria-labelledby="yes">
      <h2 id="yes">{t("followUps.familyYes")}</h2>
      <PageForm method="post" stack values={{ intent: "yes", version }}>
        <TextField
          name="postalCode"
          label={t("followUps.zip")}
          error={errors.postalCode?.[0]}
          defaultValue={typed.postalCode}
          onChange={(event) => setZip(event.target.value)}
          inputMode="numeric"
          maxLength={10}
          autoComplete="off"
          narrow
        />
        <NeedsToTick needs={needs} />
        <div className="consent">
          <ReadAloud title={t("followUps.readWords")} words={words} script={chosen} />
          <div className={errors.saidYes && "field-bad"}>
            {errors.saidYes && <FieldError id="saidYes-error">{errors.saidYes[0]}</FieldError>}
            <Checkbox
              id="saidYes"
              name="saidYes"
              label={t("followUps.saidYes")}
              defaultChecked={"saidYes" in typed}
            />
          </div>
        </div>
        <TextareaField
          name="help"
          label={t("followUps.help")}
          hint={t("refer.helpHint")}
          defaultValue={typed.help}
          error={errors.whatWouldHelp?.[0] ?? errors.help?.[0]}
          maxLength={2000}
        />
        <Checkbox name="messageOk" label={t("refer.messageOk")} defaultChecked={"messageOk" in typed} />
        <p>
          <Button variant="primary">{t("refer.send")}</Button>
        </p>
      </PageForm>
    </Card>
  );
}

/** No: with the family's own reason. */
export function SaidNo({ version, errors, typed = {} }: Said) {
  const { t } = useTranslation(["intake", "status"]);
  return (
    <Card aria-labelledby="no">
      <h2 id="no">{t("intake:followUps.familyNo")}</h2>
      <PageForm method="post" stack values={{ intent: "no", version }}>
        <SelectField
          name="reasonCode"
          label={t("intake:followUps.theirReason")}
          empty={t("intake:followUps.choose")}
          defaultValue={typed.reasonCode}
          error={errors.reasonCode?.[0]}
          options={familyReasons.map(({ code }) => ({ value: code, label: t(`status:reason.${code}`) }))}
        />
        <p>
          <Button>{t("intake:followUps.recordNo")}</Button>
        </p>
      </PageForm>
    </Card>
  );
}

/** Takes the try that was just noted back. */
export function UndoTry({ attemptId }: { attemptId: string }) {
  const { t } = useTranslation("intake");
  return (
    <PageForm method="post" values={{ intent: "undo-try", attemptId }}>
      <Button small>{t("try.undo")}</Button>
    </PageForm>
  );
}

const outcomes = ["reached", "left_message", "no_answer", "wrong_number"] as const;

/** Each try to reach the family, and the honest end when the rule of tries is met. */
export function Tried({
  version,
  tries,
  mayTry,
  mayClose,
}: Said & { tries: readonly { id: string; words: string }[]; mayTry: boolean; mayClose: boolean }) {
  const { t } = useTranslation(["intake", "status"]);
  if (!mayTry && tries.length === 0) return null;
  return (
    <Card aria-labelledby="tried">
      <h2 id="tried">{t("intake:try.title")}</h2>
      <ul>
        {tries.map(({ id, words }) => (
          <li key={id} className="meta">
            {words}
          </li>
        ))}
      </ul>
      {mayTry && (
        <PageForm
          method="post"
          stack
          values={{ intent: "try" }}
          enter={{ name: "outcome", value: "no_answer" }}
        >
          <SelectField
            name="way"
            label={t("intake:try.way")}
            defaultValue="call"
            options={attemptWays.map((way) => ({ value: way, label: t(`intake:try.ways.${way}`) }))}
            narrow
          />
          <p className="row">
            {outcomes.map((outcome) => (
              <Button key={outcome} small name="outcome" value={outcome}>
                {t(`intake:try.outcomes.${outcome}`)}
              </Button>
            ))}
          </p>
        </PageForm>
      )}
      {mayClose && (
        <PageForm method="post" stack values={{ intent: "unreachable", version }}>
          <SelectField
            name="unreachableReason"
            label={t("intake:followUps.reason")}
            options={unreachableReasons.map(({ code }) => ({
              value: code,
              label: t(`status:reason.${code}`),
            }))}
          />
          <p>
            <Button>{t("intake:try.close")}</Button>
          </p>
        </PageForm>
      )}
    </Card>
  );
}
