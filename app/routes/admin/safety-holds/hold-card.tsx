import { useTranslation } from "react-i18next";
import type { SafetyHoldView } from "~/domain/directory/safety/safety-hold";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Note } from "~/ui/tag";
import { PageForm } from "~/ui/form/page-form";

type Hold = Pick<
  SafetyHoldView,
  "id" | "organizationId" | "organizationName" | "source" | "alike" | "places" | "listings"
>;

/** One organization that is held: the words that say why, listing by listing, and the two decisions. */
export function HoldCard({ hold }: { hold: Hold }) {
  const { t } = useTranslation("admin-directory");
  const { id, organizationId, organizationName, source, alike, places, listings } = hold;
  return (
    <Card aria-labelledby={`hold-${id}`}>
      <h2 id={`hold-${id}`}>
        <a href={pathTo("/admin/organizations/:id", { id: organizationId })}>{organizationName}</a>
      </h2>
      <p className="meta">
        {t("safety.from", { source })} {t("safety.places", { count: places })}
      </p>
      {alike.length > 0 && <Note>{t("safety.alike.open", { sources: alike.join(", ") })}</Note>}
      <ul className="mt-2">
        {listings.map((one) => (
          <li key={one.serviceId}>
            <strong>{one.name}</strong>
            {one.reasons.map(({ rule, words }) => (
              <span key={rule} className="hint block">
                {t(`safety.rule.${rule}`, { words })}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <PageForm method="post" values={{ intent: "is", hold: id }} className="mt-3">
        <label className="opt">
          <input type="checkbox" name="phone" value="1" /> {t("safety.phone")}
        </label>
        <p className="meta">{t("safety.words")}</p>
        <Button variant="primary">{t("safety.is")}</Button>
      </PageForm>
      <PageForm method="post" values={{ intent: "is_not", hold: id }} className="mt-2">
        <Button>{t("safety.isNot")}</Button>
      </PageForm>
    </Card>
  );
}
