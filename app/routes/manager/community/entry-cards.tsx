import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type CommunityEntryRow, type EntryKind, isLate, partnerKinds } from "~/domain/goals/community-entry";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { Tag } from "~/ui/tag";

type Props = { entries: CommunityEntryRow[]; timeZone: string };

/** A card of entries of one kind, with the way to a new one; what to do where there is none. */
export function KindCard({
  kind,
  empty,
  children,
}: {
  kind: EntryKind;
  empty: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation("goals");
  return (
    <Card className="mt-3" aria-labelledby={`kind-${kind}`}>
      <h2 id={`kind-${kind}`}>{t(`community.kind.${kind}`)}</h2>
      {empty ? <p className="meta">{t(`community.empty.${kind}`)}</p> : children}
      <p className="mt-3 no-print">
        <ButtonLink small icon="plus" href={pathTo("/manager/community/:kind/:id", { kind, id: "new" })}>
          {t(`community.add.${kind}`)}
        </ButtonLink>
      </p>
    </Card>
  );
}

/** The way to an entry's form. */
export function ChangeLink({ entry }: { entry: CommunityEntryRow }) {
  const { t } = useTranslation("goals");
  const { kind, id, title } = entry;
  return (
    <ButtonLink
      small
      variant="quiet"
      className="no-print"
      icon="pencil"
      href={pathTo("/manager/community/:kind/:id", { kind, id })}
    >
      {t("community.change")}
      <span className="vh"> {title}</span>
    </ButtonLink>
  );
}

/** Who works along, by what they are. */
export function PartnersCard({ entries, timeZone }: Props) {
  const { t } = useTranslation("goals");
  const format = useFormat(timeZone);
  const groups = partnerKinds
    .map((kind) => ({ kind, of: entries.filter(({ variety }) => variety === kind) }))
    .filter(({ of }) => of.length > 0);
  return (
    <KindCard kind="partner" empty={entries.length === 0}>
      {groups.map(({ kind, of }) => (
        <section key={kind} className="mt-2">
          <h3>{t(`community.partner.${kind}`)}</h3>
          <ul className="prose">
            {of.map((one) => (
              <li key={one.id}>
                <strong lang={one.language}>{one.title}</strong>
                {one.text && <span lang={one.language}>: {one.text}</span>}{" "}
                {one.day && (
                  <span className="meta">
                    {t("initiative.since", { from: format.date(one.day, "year") })}
                  </span>
                )}{" "}
                <ChangeLink entry={one} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </KindCard>
  );
}

const tones = { planned: "neu", under_way: "info", reached: "ok", given_up: "neu" } as const;

/** What is to be reached by when, and how it stands; late is said. */
export function MilestonesCard({ entries, today, timeZone }: Props & { today: string }) {
  const { t } = useTranslation("goals");
  const format = useFormat(timeZone);
  const day = (at: string) => format.date(at, "year");
  return (
    <KindCard kind="milestone" empty={entries.length === 0}>
      <ol className="plain-list">
        {entries.map((one) => (
          <li key={one.id} className="mt-3">
            <h3 lang={one.language}>{one.title}</h3>
            <p>
              <Tag tone={tones[one.variety as keyof typeof tones]}>
                {t(`community.milestone.${one.variety}`)}
              </Tag>{" "}
              {isLate(one, today) && <Tag tone="warn">{t("community.late")}</Tag>}{" "}
              {one.doneOn
                ? t("community.doneOn", { day: day(one.doneOn), by: day(one.day ?? one.doneOn) })
                : t("target.by", { day: day(one.day ?? today) })}
            </p>
            {one.text && <p lang={one.language}>{one.text}</p>}
            <ChangeLink entry={one} />
          </li>
        ))}
      </ol>
    </KindCard>
  );
}

/** Who was asked as a group, and what changed because of it. */
export function AskedCard({ entries, timeZone }: Props) {
  const { t } = useTranslation("goals");
  const format = useFormat(timeZone);
  return (
    <KindCard kind="asked" empty={entries.length === 0}>
      <ul className="plain-list">
        {entries.map((one) => (
          <li key={one.id} className="mt-3">
            <h3>
              <span lang={one.language}>{one.title}</span>
              {one.day && <span className="meta"> · {format.date(one.day, "year")}</span>}
            </h3>
            <p lang={one.language}>{one.text}</p>
            <p>
              <strong>{t("community.changed")}</strong>{" "}
              {one.outcome ? <span lang={one.language}>{one.outcome}</span> : t("community.nothingYet")}
            </p>
            <ChangeLink entry={one} />
          </li>
        ))}
      </ul>
    </KindCard>
  );
}
