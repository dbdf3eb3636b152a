import { Link } from "@remix-run/react";
import { memo, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Kbd } from "~/ui/kbd";
import { type Markup, markup } from "~/ui/markup";
import { PlacedHtml } from "~/ui/placed-html";
import { drawSaid } from "../../listing-card/draw-said";
import { drawMark, MarkIcon } from "./mark-icon";
import type { CallView, Mark, RowView } from "./view";

type RowProps = { row: RowView; call: CallView; current: boolean; choose: (at: number) => void };

/** One program of the results. In the list only the rows that a press changes are drawn again. */
export const ResultRow = memo(function ResultRow({ row, call, current, choose }: RowProps) {
  return (
    <li className="res" aria-current={current || undefined}>
      <span className="res-number" aria-hidden="true">
        {row.number}
      </span>
      <div>
        <h3>
          {current ? (
            <OpenLink row={row} call={call} />
          ) : (
            <ChooseLink row={row} call={call} choose={choose} />
          )}
        </h3>
        <PlacedHtml as="p" className="meta" html={whereOf(row).html} />
        {row.about && (
          <p className="res-about" lang={row.about.language}>
            {row.about.words}
          </p>
        )}
      </div>
      <PlacedHtml className="res-end" html={roomOf(row).html} />
      <PlacedHtml as="p" className="res-why" html={whyOf(row).html} />
      {current && <Acts row={row} call={call} />}
    </li>
  );
});

/** Who gives it and where, and the number to tap. */
function whereOf({ where, phone }: RowView): Markup {
  return markup`${where}${phone && markup` · <a class="res-phone" href="${phone.href}"><bdi dir="ltr">${phone.words}</bdi></a>`}`;
}

/** Room and reasons as text: as elements, with a hundred marks on a page, they cost a twelfth of it. */
function roomOf({ room, beside }: RowView): Markup {
  return markup`<span class="tag tone-${room.tone}">${drawMark(room.mark)}${room.words}</span>${beside && markup`<span class="meta">${beside}</span>`}`;
}

function whyOf({ done, says, ticks, asks, checked }: RowView): Markup {
  const fits = ticks.map((words) => markup`<span>${drawMark("check")}${words}</span>`);
  const doubts = asks.map((words) => markup`<span class="doubt">${drawMark("warn")}${words}</span>`);
  const here = done && markup`<span class="tag tone-info">${drawMark("check")}${done}</span>`;
  return markup`${here}${says && markup`<span class="says">${drawMark("check")}${drawSaid(says)}</span>`}${fits}${doubts}<span class="meta">${checked}</span>`;
}

type LinkProps = Pick<RowProps, "row" | "call">;

/** The first press chooses the row. Another tab or another button of the mouse is the browser's. */
function ChooseLink({ row, call, choose }: LinkProps & Pick<RowProps, "choose">) {
  const press = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose(row.at);
  };
  return (
    <a
      id={`r${row.at}`}
      href={`${pathTo("/intake/calls/:id", { id: call.id })}?at=${row.at}#r${row.at}`}
      onClick={press}
    >
      {row.name}
    </a>
  );
}

/** The second press opens the program beside the results. */
function OpenLink({ row, call }: LinkProps) {
  const to = `${pathTo("/intake/calls/:id/refer/:program", { id: call.id, program: row.slug })}?at=${row.at}&how=open`;
  return (
    <Link id={`r${row.at}`} to={to} preventScrollReset>
      {row.name}
    </Link>
  );
}

/** Acts on the chosen program; without the family on the line there is nobody to ask, so Refer becomes Reach out. */
function Acts({ row, call }: LinkProps) {
  const { t } = useTranslation("intake");
  const base = pathTo("/intake/calls/:id", { id: call.id });
  const panel = `${base}/refer/${row.slug}?at=${row.at}`;
  return (
    <form method="post" action={`${base}?at=${row.at}`} className="res-acts">
      {call.caller === "family" ? (
        <ActLink to={panel} shortcut="r" words={t("acts.refer")} first />
      ) : (
        <ActLink
          to={`${base}/outreach?at=${row.at}&program=${row.slug}`}
          shortcut="o"
          words={t("acts.reachOut")}
          first
        />
      )}
      <ActLink to={`${panel}&how=warm`} shortcut="w" words={t("acts.warm")} mark="phone" />
      <ActLink to={`${panel}&how=text`} shortcut="t" words={t("acts.text")} mark="text" />
      <input type="hidden" name="program" value={row.slug} />
      <button
        type="submit"
        className="btn btn-s"
        data-key="a"
        name="intent"
        value={row.kept ? "drop" : "keep"}
      >
        <span>{row.kept ? t("acts.kept") : t("acts.keep")}</span>
        <Kbd decorative>A</Kbd>
      </button>
    </form>
  );
}

type ActLinkProps = { to: string; shortcut: string; words: string; mark?: Mark; first?: boolean };

/** A link that looks like a button; with script it opens beside the results. */
function ActLink({ to, shortcut, words, mark, first }: ActLinkProps) {
  return (
    <Link className={first ? "btn btn-s btn-p" : "btn btn-s"} data-key={shortcut} to={to} preventScrollReset>
      {mark && <MarkIcon mark={mark} />}
      {words}
      <Kbd decorative>{shortcut.toUpperCase()}</Kbd>
    </Link>
  );
}
