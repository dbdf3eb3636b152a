import { useTranslation } from "react-i18next";
import type { ReadSuggestion } from "~/domain/feedback/suggestions/list-suggestions.server";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextareaField } from "~/ui/form/text-field";
import { usePageFacts } from "~/ui/page/page-facts";

/** Not taken, and why. */
export function RefuseCard({ version, errors }: { version: number; errors: Record<string, string[]> }) {
  const { t } = useTranslation("admin-directory");
  const { mailStays } = usePageFacts();
  return (
    <Card aria-labelledby="refuse">
      <h2 id="refuse">{t("suggestion.refuse")}</h2>
      <p className="meta">{t(mailStays ? "suggestion.thanksKept" : "suggestion.thanks")}</p>
      <PageForm method="post" stack className="form-narrow" values={{ intent: "refuse", version }}>
        <TextareaField
          name="reason"
          label={t("suggestion.reason")}
          rows={2}
          maxLength={1000}
          error={errors["reason"]?.[0]}
        />
        <div className="row">
          <Button>{t("suggestion.refuse")}</Button>
        </div>
      </PageForm>
    </Card>
  );
}

type TakeProps = {
  suggestion: ReadSuggestion;
  organizations: readonly { id: string; name: string }[];
  /** What the listing says of when and where. */
  now: Record<string, string>;
  errors: Record<string, string[]>;
};

/** Taken over: a change field by field, a program's end, or a new program and whose it is. */
export function TakeCard({ suggestion, organizations, now, errors }: TakeProps) {
  const { t } = useTranslation("admin-directory");
  const { row, proposed, listing, applied } = suggestion;
  const fields = row.kind === "change" ? applied.filter((field) => proposed[field]) : [];
  const said: Record<string, string> = { ...listing?.now, ...now };
  const what =
    { change: "suggestion.takeChange", closed: "suggestion.takeClosed" }[row.kind] ?? "suggestion.takeNew";
  const key = { intent: "take", version: row.version, ...(listing && { listingVersion: listing.version }) };
  return (
    <Card aria-labelledby="take">
      <h2 id="take">{t("suggestion.take")}</h2>
      <p className="meta">{t(what)}</p>
      <PageForm method="post" stack className="form-narrow" values={key}>
        {fields.map((field) => (
          <TextareaField
            key={field}
            id={`values.${field}`}
            name={`value.${field}`}
            label={t(`field.${field}`)}
            hint={[
              said[field] ? t("suggestion.now", { value: said[field] }) : t("suggestion.nowNothing"),
              field === "place" && t("suggestion.place"),
            ]
              .filter(Boolean)
              .join(" ")}
            rows={field === "name" || field === "phone" || field === "url" ? 1 : 3}
            defaultValue={proposed[field]}
            error={errors[`values.${field}`]?.[0]}
          />
        ))}
        {row.kind === "new_listing" && (
          <SelectField
            name="organizationId"
            label={t("suggestion.organization")}
            empty={t("suggestion.newOrganization", { name: proposed["organization"] ?? "" })}
            options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <div className="row">
          <Button variant="primary">{t("suggestion.take")}</Button>
        </div>
      </PageForm>
    </Card>
  );
}
