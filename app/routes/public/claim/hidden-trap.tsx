import { useTranslation } from "react-i18next";

/** A field that no person sees or reaches: whoever fills it in is a program. */
const trapName = "nickname2";

export function isTrapped(form: FormData): boolean {
  return String(form.get(trapName) ?? "") !== "";
}

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
