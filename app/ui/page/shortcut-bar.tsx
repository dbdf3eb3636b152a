import { useTranslation } from "react-i18next";
import { Kbd, shortcutName } from "../kbd";
import { usePageFacts } from "./page-facts";
import { PreferenceForm } from "./preference-form";

/** `keys` as in useShortcuts; `range` draws a dash between the first and last ("1"–"9"); `less` hides it on narrow screens. */
export type Shortcut = { keys: readonly string[]; label: string; range?: boolean; less?: boolean };

/** The keys of the page along the bottom, and the way to turn them off. */
export function ShortcutBar({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const { t } = useTranslation("common");
  const on = usePageFacts().shortcuts;
  return (
    <footer className="keys" id="shortcuts" tabIndex={-1} aria-label={t("shortcuts.label")}>
      {on &&
        shortcuts.map(({ keys, label, range, less }) => (
          <span key={label} className={less ? "less" : undefined}>
            {keys.map((key, index) => (
              <span key={key}>
                {range && index > 0 && "–"}
                <Kbd>{shortcutName(key)}</Kbd>
              </span>
            ))}{" "}
            {label}
          </span>
        ))}
      <span className="push">
        {!on && t("shortcuts.areOff")}
        <PreferenceForm name="shortcuts" value={on ? "off" : "on"}>
          {on ? t("shortcuts.turnOff") : t("shortcuts.turnOn")}
        </PreferenceForm>
      </span>
    </footer>
  );
}
