import type { TFunction } from "i18next";
import type { Shortcut } from "~/ui/page/shortcut-bar";

/** The keys of the find-and-refer screen, as the line at the bottom names them. */
export function findShortcuts(t: TFunction<"intake">): Shortcut[] {
  return [
    { keys: ["/"], label: t("keys.search") },
    { keys: ["1", "9"], range: true, label: t("keys.choose") },
    { keys: ["enter"], label: t("keys.open"), less: true },
    { keys: ["r"], label: t("keys.refer") },
    { keys: ["t"], label: t("keys.text") },
    { keys: ["w"], label: t("keys.warm"), less: true },
    { keys: ["o"], label: t("keys.reachOut"), less: true },
    { keys: ["a"], label: t("keys.keep"), less: true },
    { keys: ["ctrl+enter"], label: t("keys.send") },
    { keys: ["escape"], label: t("keys.back") },
  ];
}
