import { useLocation, useNavigation } from "@remix-run/react";
import { useEffect } from "react";

/** Where the eye goes first: what opened, what was done, the item, the page. */
const places = ["[data-focus]", ".banner", "#referral", "#results", "#main"];

/** After each move and act the focus stands somewhere: where it was is often gone, and would be lost to the page's top. */
export function useFocusAfter(): void {
  const { key } = useLocation();
  const idle = useNavigation().state === "idle";
  useEffect(() => {
    if (!idle || key === "default") return;
    const now = document.activeElement;
    if (now && now !== document.body) return;
    const found = places.map((place) => document.querySelector<HTMLElement>(place));
    found.find((place) => place?.getClientRects().length)?.focus({ preventScroll: true });
  }, [key, idle]);
}
