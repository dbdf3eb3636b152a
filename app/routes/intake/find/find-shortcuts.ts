import type { TFunction } from "i18next";
import type { Shortcut } from "~/ui/page/shortcut-bar";
import type { FindView } from "./view";

/** The keys that do something on this call as it stands, as the line at the bottom names them. */
export function findShortcuts(
  t: TFunction<"intake">,
  view: FindView,
  opened: { explained: boolean } | null,
): Shortcut[] {
  const { call, results } = view;
  const family = call.caller === "family";
  const list: Shortcut[] = [
    {
      keys: results.rows.length > 1 ? ["1", String(Math.min(9, results.rows.length))] : ["1"],
      range: true,
      label: t("keys.choose"),
    },
    { keys: ["enter"], label: t("keys.open"), less: true },
    family ? { keys: ["r"], label: t("keys.refer") } : { keys: ["o"], label: t("keys.reachOut") },
    { keys: ["t"], label: t("keys.text") },
    { keys: ["w"], label: t("keys.warm"), less: true },
    { keys: ["a"], label: t("keys.keep"), less: true },
    ...(results.pages?.next ? [{ keys: ["n"], label: t("keys.next"), less: true }] : []),
    ...(results.pages?.previous ? [{ keys: ["p"], label: t("keys.previous"), less: true }] : []),
  ];
  const panel: Shortcut[] = [
    ...(opened && !opened.explained ? [{ keys: ["y"], label: t("keys.why"), less: true }] : []),
    { keys: ["ctrl+enter"], label: t("keys.send") },
    { keys: ["escape"], label: t("keys.back") },
  ];
  return [
    ...(call.ended ? [] : [{ keys: ["/"], label: t("keys.search") }]),
    ...(results.rows.length > 0 ? list : []),
    ...(opened ? panel : []),
  ];
}
