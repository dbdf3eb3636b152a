import { useTranslation } from "react-i18next";
import type { OrganizationDetails } from "~/domain/organizations/read-organization.server";
import { peopleWanted, standingOf, vettingOf } from "~/domain/organizations/organization-standing";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Card } from "~/ui/card";
import { DescriptionList, Timeline } from "~/ui/lists";
import { Note, Tag } from "~/ui/tag";
import { dayOf } from "../directory-list/day-of";

type Props = { details: OrganizationDetails; timeZone: string };

/** What the agency knows of an organization. */
export function OrganizationFacts({ details, timeZone }: Props) {
  const { t } = useTranslation("admin-directory");
  const format = useFormat(timeZone);
  const { row, today, people, phones, openReferrals, mergedInto } = details;
  const standing = standingOf(row, today);
  const receives = standing === "ready" && people.length === 0 && !row.email ? "nobody" : standing;
  const vetting = vettingOf(row.vettedUntil, today);
  const until = row.vettedUntil ? format.date(dayOf(row.vettedUntil), "year") : t("organizations.never");
  const state = row.mergedIntoId ? "merged" : row.status;
  const facts = [
    { term: t("organization.status"), detail: t(`organizations.state.${state}`) },
    ...(mergedInto
      ? [
          {
            term: t("organization.mergedInto"),
            detail: <a href={pathTo("/admin/organizations/:id", { id: mergedInto.id })}>{mergedInto.name}</a>,
          },
        ]
      : []),
    {
      term: t("organization.receives"),
      detail: <Tag tone={receives === "ready" ? "ok" : "bad"}>{t(`organization.standing.${receives}`)}</Tag>,
    },
    { term: t("organization.agreement"), detail: row.agreementReference ?? t("organization.noAgreement") },
    {
      term: t("organization.vettedUntil"),
      detail: (
        <>
          {until} {vetting === "ends_soon" && <Tag tone="warn">{t("organizations.endsSoon")}</Tag>}
        </>
      ),
    },
    ...(["insuranceUntil", "clearancesCheckedOn"] as const).flatMap((name) => {
      const date = row[name];
      if (!date) return [];
      const over = name === "insuranceUntil" && dayOf(date) < today;
      const detail = (
        <>
          {format.date(dayOf(date), "year")} {over && <Tag tone="bad">{t("organizations.ended")}</Tag>}
        </>
      );
      return [{ term: t(`agreement.${name}`), detail }];
    }),
    ...(row.contractNumber ? [{ term: t("organization.contract"), detail: row.contractNumber }] : []),
    ...(row.email ? [{ term: t("organization.email"), detail: row.email }] : []),
    ...(row.website ? [{ term: t("organization.website"), detail: row.website }] : []),
    {
      term: t("organization.phones"),
      detail:
        phones.length === 0
          ? t("organization.noPhone")
          : phones.map(({ number }) => (
              <bdi dir="ltr" key={number} className="block">
                {number}
              </bdi>
            )),
    },
    { term: t("organization.openReferrals"), detail: openReferrals ?? t("organization.notTold") },
  ];
  return (
    <Card aria-labelledby="facts" className="[overflow-wrap:anywhere]">
      <h2 id="facts">{t("organization.facts")}</h2>
      <DescriptionList facts={facts} />
    </Card>
  );
}

/** Who can answer, and a plain word when one person's holiday would shut the organization. */
export function OrganizationPeople({ details, timeZone }: Props) {
  const { t } = useTranslation("admin-directory");
  const format = useFormat(timeZone);
  const { people, row } = details;
  return (
    <Card aria-labelledby="people">
      <h2 id="people">{t("organization.people")}</h2>
      {row.status === "active" && people.length > 0 && people.length < peopleWanted && (
        <Note tone="warn">{t("organization.onePerson")}</Note>
      )}
      {people.length === 0 ? (
        <p>{t("organization.noPeople")}</p>
      ) : (
        <ul className="mt-2">
          {people.map(({ name, role, since }) => (
            <li key={name + role}>
              {name}{" "}
              <span className="meta">
                {t(`account:role.${role}`)}, {format.date(since, "year")}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2">
        <a href={`${pathTo("/admin/people")}#invite`}>{t("organization.invite")}</a>
      </p>
    </Card>
  );
}

export function OrganizationPrograms({ details }: Pick<Props, "details">) {
  const { t } = useTranslation("admin-directory");
  const { listings } = details;
  return (
    <Card aria-labelledby="programs">
      <h2 id="programs">{t("organization.listings")}</h2>
      {listings.length === 0 && <p>{t("organization.noListings")}</p>}
      <ul className="mt-2">
        {listings.map(({ id, name, slug, state, takesReferrals }) => (
          <li key={id}>
            <a href={pathTo("/admin/listing-review/:id", { id })}>{name}</a>{" "}
            {state === "published" ? (
              <a
                className="meta inline-block min-h-5"
                href={pathTo("/:lang/programs/:slug", { lang: "en", slug })}
                aria-label={t("organization.asFamiliesOf", { name })}
              >
                {t("organization.asFamilies")}
              </a>
            ) : (
              <span className="meta">{t(`status:listing.${state}`)}</span>
            )}{" "}
            <span className="meta">{t(takesReferrals ? "organization.takes" : "organization.takesNot")}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The audit log of this organization in words, newest first. */
export function OrganizationHistory({ details, timeZone }: Props) {
  const { t } = useTranslation("admin-directory");
  const format = useFormat(timeZone);
  const entries = details.history.map(({ id, at, event, reason, by }) => ({
    id,
    what: t(`organization.event.${event.replace("organization.", "")}`, { defaultValue: event }),
    who: by ? t("organization.by", { name: by }) : undefined,
    when: format.dateTime(at),
    more: reason ? <div className="meta [overflow-wrap:anywhere]">{reason}</div> : undefined,
  }));
  return (
    <Card aria-labelledby="history">
      <h2 id="history">{t("organization.history")}</h2>
      {entries.length === 0 ? <p>{t("organization.noHistory")}</p> : <Timeline entries={entries} />}
    </Card>
  );
}
