import { useTranslation } from "react-i18next";
import type { Tier } from "~/domain/goals/list-community.server";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card, Details } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextField } from "~/ui/form/text-field";

type Props = { tiers: Tier[]; today: string; errors: Record<string, string[]>; timeZone: string };

/** The jurisdiction's tier, since when, and the tiers before; with the form that sets it. */
export function TierCard({ tiers, today, errors, timeZone }: Props) {
  const { t } = useTranslation("goals");
  const format = useFormat(timeZone);
  const [now, ...before] = tiers;
  const words = ({ tier, since }: Tier) =>
    t(tier === null ? "community.noTierSince" : "community.tierSince", {
      tier,
      day: format.date(since, "year"),
    });
  return (
    <Card>
      <h2>{t("community.tier")}</h2>
      <p className="mt-2">
        <strong>{now ? words(now) : t("community.tierUnset")}</strong>
      </p>
      {now?.tier != null && <p className="meta">{t(`community.tierMeans.${now.tier}`)}</p>}
      {before.length > 0 && (
        <ul className="prose meta">
          {before.map((one, at) => (
            <li key={`${one.since}-${at}`}>{words(one)}</li>
          ))}
        </ul>
      )}
      <div className="mt-2 no-print">
        <Details summary={t("community.setTier")} open={errors["since"] !== undefined}>
          <PageForm method="post" stack values={{ intent: "tier" }}>
            <SelectField
              name="tier"
              label={t("community.tier")}
              defaultValue={now?.tier == null ? "" : String(now.tier)}
              empty={t("community.noTier")}
              options={[1, 2, 3].map((tier) => ({
                value: String(tier),
                label: `${t("community.tierOf", { tier })}: ${t(`community.tierMeans.${tier}`)}`,
              }))}
            />
            <TextField
              name="since"
              label={t("community.since")}
              type="date"
              narrow
              defaultValue={today}
              error={errors["since"]?.[0]}
            />
            <div className="row">
              <Button variant="primary">{t("community.saveTier")}</Button>
            </div>
          </PageForm>
        </Details>
      </div>
    </Card>
  );
}
