import { useTranslation } from "react-i18next";
import type { ComparedPair, ComparedSide } from "~/domain/directory/duplicates/read-duplicate.server";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { CheckboxGroup, RadioGroup } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { Note } from "~/ui/tag";
import { differingFields } from "./differing-fields";

/** That one side is, or may be, a victim service, and what follows for the one that stays. */
function HeldNote({ pair: { entity, first, second } }: { pair: ComparedPair }) {
  const { t } = useTranslation("admin-directory");
  const sides = [first, second].filter(({ held }) => held !== null);
  const strongest = (["is", "open", "confidential"] as const).find((one) =>
    sides.some(({ held }) => held === one),
  );
  if (!strongest) return null;
  return (
    <Note tone="warn">
      {sides.map(({ id, held, values }) => (
        <span key={id} className="block">
          {t(`compare.held.${held}`, { name: String(values["name"] ?? "") })}
        </span>
      ))}
      <span className="block">{t(`compare.held.${entity}.${strongest}`)}</span>
    </Note>
  );
}

function Apart() {
  const { t } = useTranslation("admin-directory");
  return (
    <PageForm method="post" values={{ intent: "apart" }} className="mt-3">
      <Button>{t("compare.apart")}</Button> <span className="meta">{t("compare.apartWhat")}</span>
    </PageForm>
  );
}

/** The two answers: one row that stays, or two that are kept apart. */
export function DecideCard({ pair, errors }: { pair: ComparedPair; errors: Record<string, string[]> }) {
  const { t } = useTranslation("admin-directory");
  const name = (side: ComparedSide) => String(side.values["name"] ?? "");
  const versions = { firstVersion: pair.first.version, secondVersion: pair.second.version };
  if (pair.apart)
    return (
      <Card aria-labelledby="decide">
        <h2 id="decide">{t("compare.keep")}</h2>
        <HeldNote pair={pair} />
        <p>{t("compare.held.elsewhere")}</p>
        <Apart />
      </Card>
    );
  return (
    <Card aria-labelledby="decide">
      <h2 id="decide">{t("compare.keep")}</h2>
      <PageForm method="post" stack values={{ intent: "merge", ...versions }}>
        <RadioGroup
          name="keptId"
          label={t("compare.keep")}
          quietLegend
          column
          error={errors["keptId"]?.[0]}
          choices={[
            { value: pair.first.id, label: t("compare.keepFirst", { name: name(pair.first) }) },
            { value: pair.second.id, label: t("compare.keepSecond", { name: name(pair.second) }) },
          ]}
        />
        {differingFields(pair).length > 0 && (
          <CheckboxGroup
            name="takeFields"
            label={t("compare.take")}
            hint={t("compare.takeHint")}
            column
            choices={differingFields(pair).map((value) => ({ value, label: t(`field.${value}`) }))}
          />
        )}
        <p className="meta">
          {t(pair.entity === "service" ? "compare.mergeService" : "compare.mergeOrganization")}
        </p>
        <HeldNote pair={pair} />
        <div className="row">
          <Button variant="primary">{t("compare.merge")}</Button>
        </div>
      </PageForm>
      <Apart />
    </Card>
  );
}
