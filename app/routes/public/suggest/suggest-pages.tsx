import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Checkbox } from "~/ui/form/choices";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { TextareaField, TextField } from "~/ui/form/text-field";
import { SendOrChange } from "~/ui/form/send-or-change";
import { DescriptionList } from "~/ui/lists";
import { PublicPage } from "~/ui/page/public-page";
import { errorsInWords } from "../claim/errors-in-words";
import { HiddenTrap } from "../claim/hidden-trap";
import { isLong, type SuggestValues } from "./suggest-fields";

type FormProps = {
  change?: { name: string; now: Record<string, string> };
  fields: readonly string[];
  values: SuggestValues;
  errors: Record<string, string[]>;
};

/** A suggestion's form: for a listed program each field says what it says now. */
export function SuggestForm({ change, fields, values, errors: codes }: FormProps) {
  const { t } = useTranslation("share");
  const labelOf = (field: string) => t(`field.${field}`, { defaultValue: t("suggest.title") });
  const errors = errorsInWords(t, codes, labelOf);
  const hint = (field: string) => {
    if (!change) return undefined;
    const value = change.now[field];
    return value ? t("suggest.now", { value: value.slice(0, 300) }) : t("suggest.nowNothing");
  };
  return (
    <PublicPage
      title={t(change ? "suggest.changeTitle" : "suggest.title")}
      lede={t(change ? "suggest.changeLede" : "suggest.lede")}
    >
      {Object.keys(errors).length > 0 && (
        <ErrorSummary
          title={t("common:form.problem", { count: Object.keys(errors).length })}
          errors={errors}
        />
      )}
      {change && (
        <p className="mb-2">
          <strong lang="en">{change.name}</strong>
        </p>
      )}
      <PageForm method="post" stack className="card card-body" enter={{ name: "intent", value: "check" }}>
        <p>{t("suggest.noFamily")}</p>
        {change && (
          <Checkbox name="closed" label={t("suggest.closed")} defaultChecked={values["closed"] === "on"} />
        )}
        {fields.map((field) => {
          const own = {
            name: field,
            label: t(`field.${field}`),
            hint: hint(field),
            defaultValue: values[field] ?? "",
            error: errors[field]?.[0],
          };
          return isLong(field) ? (
            <TextareaField key={field} {...own} rows={3} maxLength={1500} />
          ) : (
            <TextField key={field} {...own} maxLength={300} autoComplete="off" />
          );
        })}
        <TextareaField
          name="words"
          label={t("suggest.words")}
          rows={3}
          maxLength={1000}
          defaultValue={values["words"]}
          error={errors["words"]?.[0]}
        />
        <TextField
          name="contactEmail"
          type="email"
          label={t("suggest.contactEmail")}
          defaultValue={values["contactEmail"]}
          error={errors["contactEmail"]?.[0]}
          autoComplete="email"
          maxLength={254}
        />
        <HiddenTrap />
        <Button variant="primary" name="intent" value="check">
          {t("suggest.continue")}
        </Button>
      </PageForm>
    </PublicPage>
  );
}

/** What was typed, once more, before it is sent. */
export function SuggestCheck({ fields, values }: Pick<FormProps, "fields" | "values">) {
  const { t } = useTranslation("share");
  const said = fields.filter((field) => values[field]?.trim());
  const more = (["words", "contactEmail"] as const).filter((name) => values[name]?.trim());
  return (
    <PublicPage title={t("suggest.checkTitle")} lede={t("suggest.checkLede")}>
      <Card className="[overflow-wrap:anywhere]">
        {values["closed"] === "on" && <p>{t("suggest.closed")}</p>}
        <DescriptionList
          facts={[
            ...said.map((field) => ({ key: field, term: t(`field.${field}`), detail: values[field] })),
            ...more.map((name) => ({ key: name, term: t(`suggest.${name}`), detail: values[name] })),
          ]}
        />
        <SendOrChange values={values} send={t("suggest.send")} change={t("suggest.change")} />
      </Card>
    </PublicPage>
  );
}

export function SuggestDone({ href, label }: { href: string; label: string }) {
  const { t } = useTranslation("share");
  return (
    <PublicPage title={t("suggest.doneTitle")}>
      <p role="status">{t("suggest.done")}</p>
      <p className="mt-3">
        <a href={href}>{label}</a>
      </p>
    </PublicPage>
  );
}
