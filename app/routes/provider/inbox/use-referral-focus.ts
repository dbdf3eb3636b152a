import { useEffect, useRef } from "react";

/** When another referral opens, the focus goes to it, so that a screen reader hears whose it is. */
export function useReferralFocus(id: string | null): void {
  const before = useRef(id);
  useEffect(() => {
    if (id && id !== before.current) document.getElementById("referral")?.focus({ preventScroll: true });
    before.current = id;
  }, [id]);
}
