import { useNavigation } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";
import { pageFlag } from "./page-flag";

/** What the answer to an act has just drawn was not read yet: for this long no single key sends it. */
const unreadMs = 1_000;
/** Beside the pages: what an act's answer draws is often another page, with hooks of its own. */
let answeredAt = -unreadMs;
/** What sent the last form. */
let sentBy: HTMLElement | null = null;
const held = pageFlag();

/** Whether the last press was another one than the one under way, and did nothing: the page says so. */
export const usePressHeld = held.useFlag;

const sends = (target: HTMLElement) => target instanceof HTMLButtonElement && target.type === "submit";

/** Pressed twice, a button or a key is meant once, and nothing is said; any other press that is not sent is told. */
export function holdPress(target: HTMLElement): void {
  const { key } = target.dataset;
  const again = target === sentBy || (key !== undefined && key === sentBy?.dataset.key);
  if (sends(target) && !again) held.say(true);
}

/**
 * One press is one act. While an act is under way no other is sent; the second press of a double click sends nothing,
 * for it would meet what the first one's answer has drawn in the same place. Answers whether a key may press an element
 * now; Undo, in the banner, always may.
 */
export function useSendGuard(): (target: HTMLElement, single: boolean) => boolean {
  const { state, formMethod } = useNavigation();
  const acting = state !== "idle" && formMethod === "POST";
  const now = useRef(acting);
  now.current = acting;
  const moving = state !== "idle";
  useEffect(() => (moving ? held.say(false) : undefined), [moving]);
  useEffect(() => {
    if (!acting) return undefined;
    return () => {
      answeredAt = performance.now();
    };
  }, [acting]);
  useEffect(() => {
    const guard = (event: Event) => {
      const { submitter } = event as SubmitEvent;
      const waits = mustWait(event, now.current);
      if (waits) {
        event.preventDefault();
        event.stopPropagation();
      }
      if (event.type !== "submit" || !submitter) return;
      if (waits) holdPress(submitter);
      else sentBy = submitter;
    };
    for (const kind of ["submit", "click"]) window.addEventListener(kind, guard, true);
    return () => {
      for (const kind of ["submit", "click"]) window.removeEventListener(kind, guard, true);
    };
  }, []);
  return useCallback((target, single) => {
    if (!single || !sends(target) || target.closest("[role=status]")) return true;
    const read = performance.now() - answeredAt >= unreadMs;
    if (!read) holdPress(target);
    return read;
  }, []);
}

/** Searching again while a search is under way takes its place. */
function mustWait(event: Event, acting: boolean): boolean {
  const element = event.target instanceof Element ? event.target : null;
  if (event.type === "submit") return acting && !element?.closest("[role=search]");
  const button = element?.closest("button[type=submit]");
  return Boolean(button && !button.closest(".step")) && event instanceof MouseEvent && event.detail > 1;
}
