import { useTranslation } from "react-i18next";
import type { CommunityEntryRow } from "~/domain/goals/community-entry";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { Tag } from "~/ui/tag";
import { ChangeLink, KindCard } from "./entry-cards";

/** What was learned here, shared with others or not. */
export function LessonsCard({ entries, mayShare }: { entries: CommunityEntryRow[]; mayShare: boolean }) {
  const { t } = useTranslation("goals");
  return (
    <KindCard kind="lesson" empty={entries.length === 0}>
      <ul className="plain-list">
        {entries.map((one) => (
          <li key={one.id} className="mt-3">
            <h3 lang={one.language}>{one.title}</h3>
            <p lang={one.language}>{one.text}</p>
            <div className="row mt-2">
              <Tag tone={one.sharedAt ? "ok" : "neu"}>
                {t(one.sharedAt ? "community.isShared" : "community.notShared")}
              </Tag>
              {(mayShare || one.sharedAt) && (
                <PageForm
                  method="post"
                  className="no-print"
                  values={{ intent: one.sharedAt ? "unshare" : "share", id: one.id, version: one.version }}
                >
                  <Button small>
                    {t(one.sharedAt ? "community.unshare" : "community.share")}
                    <span className="vh"> {one.title}</span>
                  </Button>
                </PageForm>
              )}
              <ChangeLink entry={one} />
            </div>
          </li>
        ))}
      </ul>
    </KindCard>
  );
}

/** What other jurisdictions that follow the framework learned and shared. */
export function SharedLessons({ entries, timeZone }: { entries: CommunityEntryRow[]; timeZone: string }) {
  const { t } = useTranslation("goals");
  const format = useFormat(timeZone);
  return (
    <Card className="mt-3" aria-labelledby="shared">
      <h2 id="shared">{t("community.sharedTitle")}</h2>
      {entries.length === 0 && <p className="meta">{t("community.sharedNone")}</p>}
      <ul className="plain-list">
        {entries.map((one) => (
          <li key={one.id} className="mt-3">
            <h3 lang={one.language}>{one.title}</h3>
            <p lang={one.language}>{one.text}</p>
            <p className="meta">
              {t("community.sharedBy", { name: one.sharedBy, day: format.date(one.sharedAt ?? "", "year") })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
