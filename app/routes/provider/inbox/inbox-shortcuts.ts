import type { TFunction } from "i18next";
import type { Shortcut } from "~/ui/page/shortcut-bar";

/** The keys of the inbox, as the line at the bottom names them. */
export function inboxShortcuts(t: TFunction<"provider">): Shortcut[] {
  return [
    { keys: ["j", "k"], label: t("keys.step") },
    { keys: ["1"], label: t("keys.accept") },
    { keys: ["2"], label: t("keys.waitlist") },
    { keys: ["3"], label: t("keys.notAFit") },
    { keys: ["4"], label: t("keys.ask") },
    { keys: ["h"], label: t("keys.remind") },
    { keys: ["c"], label: t("keys.try") },
    { keys: ["u"], label: t("keys.undo") },
  ];
}
