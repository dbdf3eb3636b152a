import { useTranslation } from "react-i18next";
import { CheckboxGroup } from "~/ui/form/choices";
import type { PanelView } from "./view";

/** What a program is asked for; only what stays ticked is sent. Another search begins anew. */
export function NeedsToTick({ needs }: Pick<PanelView, "needs">) {
  const { t } = useTranslation("intake");
  if (needs.length === 0) return null;
  return (
    <CheckboxGroup
      key={needs.map(({ value }) => value).join()}
      name="need"
      label={t("refer.needs")}
      choices={needs}
      values={needs.flatMap(({ value, asked }) => (asked ? [value] : []))}
    />
  );
}
