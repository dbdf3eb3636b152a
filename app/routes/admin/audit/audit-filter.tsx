import { useTranslation } from "react-i18next";
import { auditKinds, auditNouns } from "~/domain/jurisdiction/list-audit.schema";
import { Button } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextField } from "~/ui/form/text-field";

type Props = {
  people: readonly { id: string; name: string }[];
  person?: string;
  about?: string;
  kind?: string;
  from: string;
  to: string;
};

/** Whose entries, of which kind, about what and of which days. People are chosen, so that no name is typed into an address. */
export function AuditFilter({ people, person, about, kind, from, to }: Props) {
  const { t } = useTranslation("admin-county");
  const nouns = auditNouns.map((noun) => ({ value: noun, label: t(`audit.noun.${noun}`) }));
  return (
    <PageForm method="get" className="row mb-3 items-end">
      <SelectField
        narrow
        name="person"
        label={t("audit.person")}
        empty={t("audit.everybody")}
        defaultValue={person}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        narrow
        name="kind"
        label={t("audit.kindLabel")}
        defaultValue={kind}
        options={auditKinds.map((one) => ({ value: one, label: t(`audit.kind.${one}`) }))}
      />
      <SelectField
        narrow
        name="about"
        label={t("audit.about")}
        empty={t("audit.everything")}
        defaultValue={about}
        options={nouns.sort((a, b) => a.label.localeCompare(b.label))}
      />
      <TextField narrow type="date" name="from" label={t("audit.from")} defaultValue={from} />
      <TextField narrow type="date" name="to" label={t("audit.to")} defaultValue={to} />
      <Button>{t("audit.show")}</Button>
    </PageForm>
  );
}
