import { useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { usePageFacts } from "./page/page-facts";
import { holdPress, useSendGuard } from "./use-send-guard";

/** A letter that means nothing here is the beginning of a word: those that follow within this time are no keys either. */
const wordMs = 1_000;

/**
 * Makes `data-key` attributes act. Call it once in a hydrated page; keys are declared in the HTML and nowhere else:
 * - `data-key="r"` on a button or link presses it, on a field puts the focus there.
 * - `data-keys="list"` on a container: single keys inside it act only while the focus is in that container.
 * - `data-keys="page"`: they also act while nothing has the focus.
 * - Outside such containers a single key acts whenever the focus is not in a field.
 * - Keys with ctrl or alt, and "escape", act everywhere, also in fields; "ctrl+enter" prefers the form that has the focus.
 * Where several elements have the key, the one inside `[aria-current]` wins. Turned off by the person, only keys with ctrl,
 * alt and "escape" stay. While a request is under way no key acts but those with alt; what keys and buttons send is
 * guarded by useSendGuard, and the page says when a press was not sent (`PressHeld`).
 */
export function useShortcuts(): void {
  const { shortcuts } = usePageFacts();
  const busy = useRef(false);
  busy.current = useNavigation().state !== "idle";
  const mayPress = useSendGuard();
  useEffect(() => {
    let word = -wordMs;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const key = keyOf(event);
      const single = !key.includes("+") && key !== "escape";
      if (single && (!shortcuts || inField(document.activeElement))) return;
      const target = findTarget(key, single);
      if (busy.current && !event.altKey) {
        if (target) holdPress(target);
        return;
      }
      if (single && key.length === 1 && (!target || event.timeStamp - word < wordMs)) word = event.timeStamp;
      if (!target || (single && word === event.timeStamp) || !mayPress(target, single)) return;
      event.preventDefault();
      act(target);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [shortcuts, mayPress]);
}

/** "ctrl+enter", "alt+t", "?", "r": modifiers first, Shift only as part of the character. */
export function keyOf(event: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey">): string {
  // Alt changes the character on some keyboards (Alt+T is † on a Mac): use the key's place then.
  const letter = event.altKey && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : event.key;
  return [(event.ctrlKey || event.metaKey) && "ctrl", event.altKey && "alt", letter.toLowerCase()]
    .filter(Boolean)
    .join("+");
}

function inField(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element instanceof HTMLInputElement)
    return !["radio", "checkbox", "button", "submit", "reset"].includes(element.type);
  return (
    element.isContentEditable ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  );
}

function findTarget(key: string, single: boolean): HTMLElement | undefined {
  const focus = document.activeElement ?? document.body;
  const all = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)].filter(
    (one) => one.getClientRects().length > 0,
  );
  const allowed = single ? all.filter((one) => regionAllows(one, focus)) : all;
  const near = key === "ctrl+enter" ? allowed.find((one) => one.closest("form")?.contains(focus)) : undefined;
  return near ?? allowed.find((one) => one.closest("[aria-current]")) ?? allowed[0];
}

function regionAllows(element: HTMLElement, focus: Element): boolean {
  const region = element.closest<HTMLElement>("[data-keys]");
  if (!region || region.contains(focus)) return true;
  return region.dataset.keys === "page" && (focus === document.body || focus.contains(region));
}

function act(target: HTMLElement): void {
  if (target instanceof HTMLInputElement && ["radio", "checkbox"].includes(target.type)) {
    target.focus();
    target.click();
  } else if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    target.focus();
    target.select();
  } else if (target instanceof HTMLSelectElement || target.tabIndex < 0) {
    target.focus();
  } else {
    // A draft is saved when its field is left.
    if (document.activeElement instanceof HTMLElement && inField(document.activeElement))
      document.activeElement.blur();
    target.click();
  }
}
