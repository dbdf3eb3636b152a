import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { joinClasses } from "~/ui/join-classes";
import type { InboxView, RowView } from "./view";

/** Referrals of one stage, grouped by when a reply is due, in words. */
export function ReferralList({ view, chosenId }: { view: InboxView; chosenId: string | null }) {
  const { t } = useTranslation(["provider", "status"]);
  const total = view.groups.reduce((sum, group) => sum + group.rows.length, 0);
  const late = (row: RowView) => row.due?.tone === "bad";
  return (
    <nav className={joinClasses("card ql", chosenId && total > 1 && "one")} aria-label={t(`status:stage.${view.stage}`)}>
      {view.groups.map((group) => (
        <section key={group.title}>
          <h2 className="grp">{group.title}</h2>
          {group.rows.map((row) => (
            <Link
              key={row.id}
              to={`/provider/${view.org}/referrals/${row.id}?stage=${view.stage}`}
              className={joinClasses("it", late(row) && "late")}
              aria-current={row.id === chosenId ? "true" : undefined}
              preventScrollReset
            >
              <span className="top">
                <span className="nm">{row.name}</span>
                {row.due && <span className={`due due-${row.due.tone}`}>{row.due.words}</span>}
              </span>
              <span className="want">{row.want}</span>
              <span className="ft">{row.foot.map((words) => <span key={words}>{words}</span>)}</span>
            </Link>
          ))}
        </section>
      ))}
      {chosenId && total > 1 && <p className="mb"><a href={`/provider/${view.org}/referrals?stage=${view.stage}&all=1`}>{t("inbox.seeAll", { count: total })}</a></p>}
    </nav>
  );
}
