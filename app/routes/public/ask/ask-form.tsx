import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/form/choices";
import { errorInWords } from "~/ui/form/error-in-words";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextareaField, TextField } from "~/ui/form/text-field";
import { Tag } from "~/ui/tag";
import type { AskPage } from "./describe-ask.server";
import { type AskField, type AskValues, askWays } from "./ask-view";
import { ProgramLine } from "./program-line";

type Errors = Partial<Record<string, readonly string[]>>;
type Part = { values: AskValues; say: (field: AskField) => string | undefined };

/** Only what a program needs to reach a family safely. */
export function AskForm({
  page,
  values,
  formKey,
  errors,
}: {
  page: AskPage;
  values: AskValues;
  formKey: string;
  errors: Errors;
}) {
  const { t } = useTranslation("public");
  const inWords = Object.fromEntries(
    Object.entries(errors).map(([field, codes = []]) => [
      field,
      codes.map((code) => errorInWords(t, (key) => `ask.error.${key}`, field, code)),
    ]),
  );
  const part: Part = { values, say: (field) => inWords[field]?.[0] };
  return (
    <>
      {Object.keys(inWords).length > 0 && <ErrorSummary title={t("ask.error.title")} errors={inWords} />}
      <ProgramLine page={page} />
      <p className="mb-3">
        <Tag tone={page.room.tone}>{page.room.words}</Tag>
      </p>
      <PageForm
        method="post"
        enter={{ name: "intent", value: "check" }}
        values={{ formKey }}
        stack
        className="card card-body"
      >
        <Reach {...part} />
        <MoreAboutYou {...part} languages={page.languages} />
        <p>
          <Button variant="primary" name="intent" value="check">
            {t("ask.check")}
          </Button>
        </p>
      </PageForm>
    </>
  );
}

function Reach({ values, say }: Part) {
  const { t } = useTranslation("public");
  return (
    <>
      <TextField
        name="caregiverName"
        label={t("ask.caregiverName")}
        hint={t("ask.nameHint")}
        defaultValue={values.caregiverName}
        error={say("caregiverName")}
        autoComplete="off"
        maxLength={80}
      />
      <RadioGroup
        name="contactWay"
        label={t("ask.contactWay")}
        hint={t("ask.contactWayHint")}
        value={values.contactWay}
        error={say("contactWay")}
        choices={askWays.map((value) => ({ value, label: t(`ask.ways.${value}`) }))}
        column
      />
      <TextField
        name="phone"
        type="tel"
        dir="ltr"
        label={t("ask.phone")}
        hint={t("ask.phoneHint")}
        defaultValue={values.phone}
        error={say("phone")}
        autoComplete="tel"
        maxLength={40}
      />
      <TextField
        name="email"
        type="email"
        dir="ltr"
        label={t("ask.email")}
        hint={t("ask.emailHint")}
        defaultValue={values.email}
        error={say("email")}
        autoComplete="email"
        maxLength={254}
      />
      <RadioGroup
        name="messageOk"
        label={t("ask.messageOk")}
        hint={t("ask.messageHint")}
        value={values.messageOk === "yes" ? "yes" : "no"}
        choices={(["no", "yes"] as const).map((value) => ({ value, label: t(`ask.${value}`) }))}
      />
    </>
  );
}

function MoreAboutYou({ values, say, languages }: Part & { languages: AskPage["languages"] }) {
  const { t } = useTranslation("public");
  return (
    <>
      <TextField
        name="bestTimes"
        label={t("ask.bestTimes")}
        hint={t("ask.bestTimesHint")}
        defaultValue={values.bestTimes}
        error={say("bestTimes")}
        maxLength={120}
      />
      <SelectField
        name="language"
        label={t("ask.language")}
        options={languages}
        defaultValue={values.language}
        error={say("language")}
      />
      <TextField
        name="ages"
        label={t("ask.ages")}
        hint={t("ask.agesHint")}
        defaultValue={values.ages}
        error={say("ages")}
        maxLength={80}
      />
      <TextField
        name="postalCode"
        label={t("ask.postalCode")}
        hint={t("ask.optionalHint")}
        defaultValue={values.postalCode}
        error={say("postalCode")}
        inputMode="numeric"
        autoComplete="postal-code"
        maxLength={10}
        narrow
      />
      <TextareaField
        name="whatWouldHelp"
        label={t("ask.whatWouldHelp")}
        hint={t("ask.helpHint")}
        defaultValue={values.whatWouldHelp}
        error={say("whatWouldHelp")}
        rows={3}
        maxLength={2000}
      />
    </>
  );
}
