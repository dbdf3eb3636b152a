import { useTranslation } from "react-i18next";
import { languageNames, languages } from "~/locales/languages";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextField } from "~/ui/form/text-field";
import { usePageFacts } from "~/ui/page/page-facts";

type InviteFormProps = {
  roles: readonly string[];
  organizations: readonly { id: string; name: string }[];
  /** The inviter lets people into its own organization only: nothing to choose. */
  ownOrganization?: boolean;
  errors: Record<string, string[]>;
  /** What was typed into a refused form. */
  typed: Partial<Record<"email" | "role" | "organizationId" | "locale", string>>;
};

/** Email, role, and for provider roles the organization. */
export function InviteForm({ roles, organizations, ownOrganization, errors, typed }: InviteFormProps) {
  const { t } = useTranslation("admin");
  const { mailStays } = usePageFacts();
  const languageOptions = languages.map((language) => ({ value: language, label: languageNames[language] }));
  const only = ownOrganization ? organizations[0] : undefined;
  return (
    <Card aria-labelledby="invite">
      <h2 id="invite">{t("people.invite")}</h2>
      <p className="meta">{t(mailStays ? "people.inviteLedeKept" : "people.inviteLede")}</p>
      <PageForm method="post" stack className="form-narrow" values={{ intent: "invite" }}>
        <TextField
          name="email"
          type="email"
          label={t("people.email")}
          error={errors.email?.[0]}
          defaultValue={typed.email}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="none"
        />
        <SelectField
          name="role"
          label={t("people.role")}
          error={errors.role?.[0]}
          defaultValue={typed.role}
          empty={t("people.chooseRole")}
          options={roles.map((role) => ({ value: role, label: t(`account:role.${role}`) }))}
        />
        {only ? (
          <input type="hidden" name="organizationId" value={only.id} />
        ) : (
          <SelectField
            name="organizationId"
            label={t("people.organization")}
            hint={t("people.organizationHint")}
            error={errors.organizationId?.[0]}
            defaultValue={typed.organizationId}
            empty={t("people.noOrganization")}
            options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <SelectField
          name="locale"
          label={t("people.mailLanguage")}
          options={languageOptions}
          defaultValue={typed.locale}
          narrow
        />
        <div className="row">
          <Button variant="primary">{t(mailStays ? "people.sendKept" : "people.send")}</Button>
        </div>
      </PageForm>
    </Card>
  );
}
