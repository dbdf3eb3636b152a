import { type RefObject, useEffect, useRef } from "react";
import { typesOn } from "./types-on";
import type { SearchView } from "./view";

type Options = {
  /** Something is on its way: what is typed now is not meant for the list that stands there still. */
  busy: boolean;
  list: RefObject<HTMLDivElement>;
  chosen: number;
  choose: (at: number) => void;
  /** The first and the last row of the page. */
  first: number;
  last: number;
  /** Somebody is in danger: whom to call is read before any result. */
  urgent: boolean;
  search: SearchView;
  panelOpen: boolean;
  /** Something above the list is asked first: the list is as good as new once that is answered. */
  waiting: boolean;
};

/** Where the focus stands: on the first result after a search, back on the same result when the panel closes. */
export function useListFocus(options: Options): void {
  const { busy, list, chosen, choose, first, last, urgent, search, panelOpen, waiting } = options;
  // A page just drawn counts as a new search: the focus goes to the chosen result, also after the panel was left.
  const before = useRef<{ line: string | null; panelOpen: boolean; chosen: number }>({
    line: null,
    panelOpen,
    chosen,
  });
  useEffect(() => {
    const was = before.current;
    const line = search.searched && !waiting ? wishOf(search) : null;
    const newSearch = line !== null && line !== was.line && !typesOn();
    const moved = chosen !== was.chosen;
    before.current = { line, panelOpen, chosen };
    if (waiting) return;
    if (panelOpen || !(newSearch || was.panelOpen || moved)) return;
    const asked = new URLSearchParams(window.location.search).has("at");
    const crisis = document.getElementById("crisis");
    if (newSearch && urgent && !asked) crisis?.focus();
    // The first row is chosen with a new search; whom to call keeps the focus.
    else if (newSearch || !crisis || document.activeElement !== crisis) focusRow(chosen);
  }, [search, panelOpen, chosen, waiting, urgent]);
  useEffect(() => {
    const region = list.current;
    const press = (key: KeyboardEvent) => {
      if (busy) return;
      const at = rowOfKey(key, chosen, [first, last]);
      if (at === null || document.documentElement.dataset.shortcuts === "off") return;
      key.preventDefault();
      choose(at);
      focusRow(at);
    };
    region?.addEventListener("keydown", press);
    return () => region?.removeEventListener("keydown", press);
  }, [busy, list, chosen, choose, first, last]);
}

/** What was searched for: the line, and what was taken from it or added beside it. */
function wishOf({ line, chips, modes }: SearchView): string {
  return JSON.stringify([line, chips.map(({ id }) => id), modes]);
}

function focusRow(at: number): void {
  const row = document.getElementById(`r${at}`) ?? document.getElementById("results");
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

/** The row a key in the list means, or null. Keys typed into a field mean nothing here. */
function rowOfKey(key: KeyboardEvent, chosen: number, [first, last]: [number, number]): number | null {
  const target = key.target as HTMLElement;
  if (key.ctrlKey || key.altKey || key.metaKey || target.matches("input, textarea, select")) return null;
  if (!target.closest("#list") && !["results", "crisis"].includes(target.id)) return null;
  const steps: Record<string, number> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 };
  const wanted = steps[key.key] ?? first - 1 + (Number(key.key) || NaN);
  return wanted >= first && wanted <= last ? wanted : null;
}
