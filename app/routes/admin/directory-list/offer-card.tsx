import { useTranslation } from "react-i18next";
import type { ListedNeed } from "~/domain/directory/code-lists/list-needs.server";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { Tag } from "~/ui/tag";
import { useNeedName } from "./use-need-name";

type Named = Pick<ListedNeed, "code" | "nameEn" | "nameEs">;
type Props = {
  need: ListedNeed;
  others: readonly Named[];
  replacement: Named | null;
  errors: Record<string, string[]>;
};

/** Whether a need is offered: its end with what replaces it, or its return. */
export function OfferCard({ need, others, replacement, errors }: Props) {
  const { t } = useTranslation("admin-directory");
  const nameOf = useNeedName();
  if (need.deprecatedAt)
    return (
      <Card aria-labelledby="offer">
        <h2 id="offer">{t("needs.state")}</h2>
        <p className="mt-2">
          <Tag tone="neu">{t("needs.ended")}</Tag>{" "}
          {replacement && t("needs.readAs", { name: nameOf(replacement) })}
        </p>
        <PageForm method="post" values={{ intent: "restore", version: need.version }} className="mt-2">
          <Button>{t("need.restore")}</Button>
        </PageForm>
      </Card>
    );
  return (
    <Card aria-labelledby="offer">
      <h2 id="offer">{t("need.end")}</h2>
      <p className="meta">{t("need.endWhat", { count: need.listings })}</p>
      <PageForm method="post" stack className="form-narrow" values={{ intent: "end", version: need.version }}>
        <SelectField
          name="replacedBy"
          label={t("need.replacedBy")}
          empty={t("need.noReplacement")}
          error={errors["replacedBy"]?.[0]}
          options={others.map((other) => ({ value: other.code, label: nameOf(other) }))}
        />
        <div className="row">
          <Button variant="danger">{t("need.end")}</Button>
        </div>
      </PageForm>
    </Card>
  );
}
