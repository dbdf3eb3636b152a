import type { TFunction } from "i18next";
import type { Shortcut } from "~/ui/page/shortcut-bar";
import type { InboxView } from "./view";

/** The keys that do something on this referral, as the line at the bottom names them. */
export function inboxShortcuts(t: TFunction<"provider">, view: InboxView): Shortcut[] {
  const can = view.detail?.can;
  const keys: [boolean | undefined, Shortcut][] = [
    [view.nextId !== null || view.previousId !== null, { keys: ["j", "k"], label: t("keys.step") }],
    [can?.accept, { keys: ["1"], label: t("keys.accept") }],
    [can?.waitlist, { keys: ["2"], label: t("keys.waitlist") }],
    [can?.decline, { keys: ["3"], label: t("keys.notAFit") }],
    [can?.ask, { keys: ["4"], label: t("keys.ask") }],
    [can?.remind, { keys: ["h"], label: t("keys.remind") }],
    [can?.attempt, { keys: ["c"], label: t("keys.try") }],
    [Boolean(view.banner?.undo), { keys: ["u"], label: t("keys.undo") }],
  ];
  return keys.flatMap(([does, shortcut]) => (does ? [shortcut] : []));
}
