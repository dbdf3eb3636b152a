import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/form/choices";
import { FieldError } from "~/ui/form/field";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextareaField, TextField } from "~/ui/form/text-field";
import { ReasonFields } from "../inbox/reason-fields";
import type { OfferView } from "./load-offer.server";

type Errors = Record<string, string[]>;
type Props = { offer: OfferView; errors: Errors; typed?: Record<string, string> };

/** One form, four buttons: each sends its own answer; who answers is asked once, where several read the mailbox. */
export function AnswerForm({ offer, errors, typed }: Props) {
  const { t } = useTranslation(["provider", "status"]);
  return (
    <PageForm method="post" values={{ intent: "answer" }} stack className="card card-body">
      {offer.answersAs ? (
        <p>{t("mailAnswer.as", { name: offer.answersAs })}</p>
      ) : (
        <WhoAnswers offer={offer} errors={errors} typed={typed} />
      )}
      <h2>{t("mailAnswer.choose")}</h2>
      <div>
        <Button variant="primary" name="answer" value="accept">
          {t("decide.accept")}
        </Button>
        <p className="hint mt-1">{t("mailAnswer.acceptHint")}</p>
      </div>
      <Section title={t("mailAnswer.waitlist")} open={typed?.["answer"] === "waitlist"}>
        <div className={errors.familyAgreed && "field-bad"}>
          {errors.familyAgreed && <FieldError id="familyAgreed-error">{errors.familyAgreed[0]}</FieldError>}
          <Checkbox
            id="familyAgreed"
            name="familyAgreed"
            label={t("mailAnswer.waitlistAgreed")}
            defaultChecked={typed && "familyAgreed" in typed}
          />
        </div>
        <Button name="answer" value="waitlist">
          {t("mailAnswer.waitlistDo")}
        </Button>
      </Section>
      <Section title={t("mailAnswer.notAFit")} open={typed?.["answer"] === "decline"}>
        <ReasonFields errors={errors} typed={typed} />
        <Button name="answer" value="decline">
          {t("mailAnswer.notAFitDo")}
        </Button>
      </Section>
      {offer.mayAsk && (
        <Section title={t("mailAnswer.ask")} open={typed?.["answer"] === "ask"}>
          <TextareaField
            name="question"
            label={t("ask.label")}
            hint={t("mailAnswer.askHint")}
            error={errors.question?.[0]}
            defaultValue={typed?.["question"]}
            maxLength={1000}
          />
          <Button name="answer" value="ask">
            {t("ask.do")}
          </Button>
        </Section>
      )}
    </PageForm>
  );
}

/** A colleague with access from the list, or a name: an organization may answer before anybody of it signs in. */
function WhoAnswers({ offer, errors, typed }: Props) {
  const { t } = useTranslation("provider");
  const listed = offer.answerers.length > 0;
  return (
    <>
      {listed && (
        <SelectField
          name="person"
          id="person"
          label={t("mailAnswer.who")}
          hint={t("mailAnswer.whoHint")}
          options={offer.answerers}
          empty={t("mailAnswer.notListed")}
          defaultValue={typed?.["person"]}
          error={errors.person?.[0]}
        />
      )}
      <TextField
        name="personName"
        id={listed ? undefined : "person"}
        label={t(listed ? "mailAnswer.whoElse" : "mailAnswer.who")}
        hint={listed ? undefined : t("mailAnswer.whoHint")}
        defaultValue={typed?.["personName"]}
        error={listed ? undefined : errors.person?.[0]}
        autoComplete="name"
        maxLength={60}
      />
    </>
  );
}

function Section({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details className="more" open={open}>
      <summary>{title}</summary>
      <div className="form-stack mt-2">{children}</div>
    </details>
  );
}
