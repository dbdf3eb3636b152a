import { useTranslation } from "react-i18next";

/** A field that no person sees or reaches: whoever fills it in is a program. */
export const trapName = "nickname2";

export function HiddenTrap() {
  const { t } = useTranslation("share");
  return (
    <div hidden aria-hidden="true">
      <label>
        {t("trap")} <input name={trapName} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
