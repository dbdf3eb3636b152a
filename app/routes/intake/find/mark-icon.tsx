import { type Markup, markup } from "~/ui/markup";
import type { Mark } from "./view";

const drawings: Record<Mark, string> = {
  check: "M4 12.5l5 5L20 6.5",
  clock: "M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
  phone: "M5 3h4l2 5-2.5 2a12 12 0 0 0 5.5 5.5L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z",
  warn: "M12 3l10 18H2zM12 10v5M12 18v.5",
  text: "M4 4h16v12H9l-5 4z",
  x: "M5 5l14 14M19 5L5 19",
  shield: "M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6z",
  search: "M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM16.5 16.5L21 21",
};

/** A small drawing beside words; one path, because a page of results holds some two hundred. */
export function MarkIcon({ mark }: { mark: Mark }) {
  return (
    <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[mark]} />
    </svg>
  );
}

const texts = Object.fromEntries(
  Object.entries(drawings).map(([mark, path]) => [
    mark,
    markup`<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`,
  ]),
) as Record<Mark, Markup>;

/** The same, to be put into what is drawn as text. */
export const drawMark = (mark: Mark): Markup => texts[mark];
