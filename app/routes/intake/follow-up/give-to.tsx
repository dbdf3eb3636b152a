import { useTranslation } from "react-i18next";
import { VisuallyHidden } from "~/ui/card";
import { Button } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";

type Row = { id: string; version: number; family: string; senderUserId: string | null };
type Person = { userId: string; name: string; teamName: string | null };

/** Hands one row to a colleague; the one who has it now is not offered. */
export function GiveTo({ row, people }: { row: Row; people: readonly Person[] }) {
  const { t } = useTranslation("intake");
  const others = people.filter(({ userId }) => userId !== row.senderUserId);
  return (
    <PageForm
      method="post"
      className="row flex-nowrap items-end"
      values={{ intent: "give", referralId: row.id, version: row.version }}
    >
      <SelectField
        id={`to-${row.id}`}
        name="toUserId"
        label={t("team.colleague")}
        empty={t("team.choosePerson")}
        narrow
        options={others.map(({ userId, name, teamName }) => ({
          value: userId,
          label: teamName ? `${name}, ${teamName}` : name,
        }))}
      />
      <Button className="shrink-0">
        {t("team.do")}
        <VisuallyHidden>: {row.family}</VisuallyHidden>
      </Button>
    </PageForm>
  );
}
