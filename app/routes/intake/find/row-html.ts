import type { TFunction } from "i18next";
import { type Markup, markup } from "~/ui/markup";
import type { CallView, ClosedView, Mark, RowView } from "./view";

const use = (mark: Mark) => markup`<svg class="i" aria-hidden="true"><use href="#m-${mark}"></use></svg>`;
const key = (name: string) => markup`<kbd dir="ltr" aria-hidden="true">${name}</kbd>`;

/** A link that looks like a button; with script it opens beside the results. */
function go(to: string, shortcut: string, words: string, mark: Mark | null, look = "btn btn-s"): Markup {
  return markup`<a class="${look}" data-key="${shortcut}" data-discover="true" data-go href="${to}">${mark && use(mark)}${words}${key(shortcut.toUpperCase())}</a>`;
}

/** Acts on the chosen program; without the family on the line there is nobody to ask, so Refer becomes Reach out. */
function actsOf(row: RowView, call: CallView, t: TFunction<"intake">): Markup {
  const base = `/intake/calls/${call.id}`;
  const panel = `${base}/refer/${row.slug}`;
  const here = `?at=${row.at}`;
  const first =
    call.caller === "family"
      ? go(`${panel}${here}`, "r", t("acts.refer"), null, "btn btn-s btn-p")
      : go(`${base}/outreach${here}&program=${row.slug}`, "o", t("acts.reachOut"), null, "btn btn-s btn-p");
  const warm = go(`${panel}${here}&how=warm`, "w", t("acts.warm"), "phone");
  const text = go(`${panel}${here}&how=text`, "t", t("acts.text"), "text");
  const [intent, keep] = row.kept ? (["drop", t("acts.kept")] as const) : (["keep", t("acts.keep")] as const);
  return markup`<form method="post" action="${base}${here}" class="res-acts">${first}${warm}${text}<input type="hidden" name="program" value="${row.slug}"/><button type="submit" class="btn btn-s" data-key="a" name="intent" value="${intent}"><span>${keep}</span>${key("A")}</button></form>`;
}

/** The first press chooses the row, the second opens the program beside the results. */
function linkOf(row: RowView, call: CallView, current: boolean): Markup {
  const base = `/intake/calls/${call.id}`;
  if (current)
    return markup`<a id="r${row.at}" data-discover="true" data-go href="${base}/refer/${row.slug}?at=${row.at}&how=open">${row.name}</a>`;
  return markup`<a href="${base}?at=${row.at}#r${row.at}" id="r${row.at}" data-choose="${row.at}">${row.name}</a>`;
}

/** What stands in one row of the results, as HTML. */
export function rowHtml(row: RowView, call: CallView, t: TFunction<"intake">, current: boolean): string {
  const ticks = row.ticks.map((words) => markup`<span>${use("check")}${words}</span>`);
  const asks = row.asks.map((words) => markup`<span class="doubt">${use("warn")}${words}</span>`);
  const end = markup`<div class="res-end"><span class="tag tone-${row.room.tone}">${use(row.room.mark)}${row.room.words}</span>${row.beside && markup`<span class="meta">${row.beside}</span>`}</div>`;
  const why = markup`<p class="res-why">${ticks}${asks}<span class="meta">${row.checked}</span></p>`;
  return markup`<span class="res-number" aria-hidden="true">${row.at}</span><div><h3>${linkOf(row, call, current)}</h3><p class="meta">${row.where}</p></div>${end}${why}${current && actsOf(row, call, t)}`
    .text;
}

/** Programs that take no referrals now, as HTML. */
export function closedHtml(rows: readonly ClosedView[]): string {
  const items = rows.map(
    ({ name, where, words }) =>
      markup`<li class="row"><strong>${name}</strong><span class="meta">${where}</span><span class="tag tone-neu">${words}</span></li>`,
  );
  return markup`${items}`.text;
}
