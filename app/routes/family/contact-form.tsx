import { useTranslation } from "react-i18next";
import { contactWays } from "~/domain/households/family-details.schema";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Checkbox, RadioGroup } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";
import type { FamilyView } from "./view";

/** How to reach the family, in its own hands. */
export function ContactForm({ view, errors }: { view: FamilyView; errors: Record<string, string[]> }) {
  const { t } = useTranslation("family");
  const { contact } = view;
  return (
    <Card aria-labelledby="contact-title">
      <h2 id="contact-title">{t("contact.title")}</h2>
      <PageForm method="post" values={{ intent: "contact", version: contact.version }} stack>
        <TextField
          label={t("contact.phone")}
          name="phone"
          type="tel"
          dir="ltr"
          autoComplete="tel"
          defaultValue={contact.phone}
          error={errors.phone?.[0]}
          maxLength={40}
        />
        <TextField
          label={t("contact.email")}
          name="email"
          type="email"
          dir="ltr"
          autoComplete="email"
          defaultValue={contact.email}
          error={errors.email?.[0]}
          maxLength={254}
        />
        <RadioGroup
          name="contactWay"
          label={t("contact.way")}
          value={contact.way}
          error={errors.contactWay?.[0]}
          column
          choices={contactWays.map((way) => ({ value: way, label: t(`contact.ways.${way}`) }))}
        />
        <Checkbox name="messageOk" label={t("contact.messageOk")} defaultChecked={contact.messageOk} />
        <TextField
          label={t("contact.times")}
          name="bestTimes"
          defaultValue={contact.times}
          error={errors.bestTimes?.[0]}
          maxLength={120}
        />
        <p>
          <Button variant="primary">{t("contact.do")}</Button>
        </p>
      </PageForm>
    </Card>
  );
}
