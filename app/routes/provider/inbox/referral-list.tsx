import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { joinClasses } from "~/ui/join-classes";
import type { DueTone, InboxView, RowView } from "./view";

const dueClass: Record<DueTone, string | false> = { bad: "due-late", warn: "due-soon", neu: false };

/** Referrals of one stage, grouped by when a reply is due, in words. */
export function ReferralList({ view, chosenId }: { view: InboxView; chosenId: string | null }) {
  const { t } = useTranslation(["provider", "status"]);
  const total = view.groups.reduce((sum, group) => sum + group.rows.length, 0);
  const late = (row: RowView) => row.due?.tone === "bad";
  return (
    <nav
      className={joinClasses("card queue", (!chosenId || view.all) && "queue-all")}
      aria-label={t(`status:stage.${view.stage}`)}
    >
      {view.groups.map((group) => (
        <Fragment key={group.title}>
          <h2 className="queue-group">{group.title}</h2>
          {group.rows.map((row) => (
            <Link
              key={row.id}
              to={`${pathTo("/provider/:org/referrals/:id", { org: view.org, id: row.id })}?stage=${view.stage}`}
              className={joinClasses("queue-item", late(row) && "keep")}
              aria-current={row.id === chosenId ? "true" : undefined}
              preventScrollReset
            >
              <span className="queue-top">
                <span className="queue-name">{row.name}</span>
                {row.due && (
                  <span className={joinClasses("due", dueClass[row.due.tone])}>{row.due.words}</span>
                )}
              </span>
              <span className="queue-want">{row.want}</span>
              <span className="queue-facts">
                {row.foot.map((words, at) => (
                  <Fragment key={words}>
                    {at > 0 && <span aria-hidden="true">·</span>}
                    <span>{words}</span>
                  </Fragment>
                ))}
              </span>
            </Link>
          ))}
        </Fragment>
      ))}
      {chosenId && total > 1 && !view.all && (
        <p className="only-phone">
          <a href={`${pathTo("/provider/:org/referrals", { org: view.org })}?stage=${view.stage}&all=1`}>
            {t("inbox.seeAll", { count: total })}
          </a>
        </p>
      )}
    </nav>
  );
}
