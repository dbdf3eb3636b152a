import { useTranslation } from "react-i18next";
import { usePressHeld } from "../use-send-guard";

/** Said where the press was made, on a long page too: it was not sent, because another was under way. */
export function PressHeld() {
  const { t } = useTranslation("common");
  return usePressHeld() ? (
    <p className="press-held tone-warn no-print" role="alert">
      {t("pressHeld")}
    </p>
  ) : null;
}
