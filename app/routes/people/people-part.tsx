import { useTranslation } from "react-i18next";
import type { ComponentProps } from "react";
import { ErrorSummary } from "~/ui/form/error-summary";
import { listHref, ListPages } from "~/ui/list-pages";
import { usePageFacts } from "~/ui/page/page-facts";
import { Banner } from "~/ui/tag";
import { InvitationTable } from "./invitation-table";
import { FindPerson } from "./find-person";
import { InviteForm } from "./invite-form";
import { PeopleTable } from "./people-table";
import { reasonIdOf } from "./reset-step";

type Props = {
  /** Where the page stands, for its further pages. */
  path: string;
  people: ComponentProps<typeof PeopleTable>["people"];
  /** How many open referrals each one holds, by membership. */
  held: Record<string, number>;
  invitations: ComponentProps<typeof InvitationTable>["invitations"];
  roles: readonly string[];
  ownOrganization?: boolean;
  organizations: ComponentProps<typeof InviteForm>["organizations"];
  timeZone: string;
  /** What was looked for, and how many there are with it. */
  find: string;
  total: number;
  at: { page: number; invited: number };
  pages: { page: number; invited: number };
  notice: string | null;
  refused?: {
    errors: Record<string, string[]>;
    conflict: string | null;
    typed?: ComponentProps<typeof InviteForm>["typed"] & { membership?: string; reason?: string };
  };
};

/** Inviting people, the open invitations and everybody with access: one page's content for whoever may let others in. */
export function PeoplePart({
  path,
  people,
  held,
  invitations,
  roles,
  organizations,
  timeZone,
  ...rest
}: Props) {
  const { t } = useTranslation("admin");
  const { mailStays } = usePageFacts();
  const { find, total, at, pages, notice, refused } = rest;
  const words = Object.fromEntries(
    Object.entries(refused?.errors ?? {}).map(([field, codes]) => [
      field,
      codes.map((code) => t(`people.errors.${code}`)),
    ]),
  );
  const { reason: wrongReason, ...wrong } = words;
  const { membership, reason = "" } = refused?.typed ?? {};
  const refusedReset = membership ? { membership, reason, error: wrongReason?.[0] } : null;
  const title = refused?.conflict
    ? t(`people.errors.${refused.conflict}`)
    : t("common:form.problem", { count: Math.max(1, Object.keys(words).length) });
  return (
    <>
      {refused && (
        <ErrorSummary
          title={title}
          errors={{ ...wrong, ...(membership && { [reasonIdOf(membership)]: wrongReason }) }}
        />
      )}
      {!refused && notice && <Notice notice={notice} kept={mailStays && mailed.includes(notice)} />}
      <div className="form-stack">
        <InviteForm
          roles={roles}
          organizations={organizations}
          ownOrganization={rest.ownOrganization}
          errors={words}
          typed={refused?.typed ?? {}}
        />
        <InvitationTable invitations={invitations} timeZone={timeZone}>
          <ListPages
            page={at.invited}
            pages={pages.invited}
            href={(invited) => listHref(path, { ...at, invited })}
          />
        </InvitationTable>
        <PeopleTable
          people={people}
          held={held}
          timeZone={timeZone}
          looked={find}
          refusedReset={refusedReset}
          find={<FindPerson {...{ path, find, total }} />}
        >
          <ListPages page={at.page} pages={pages.page} href={(page) => listHref(path, { ...at, page })} />
        </PeopleTable>
      </div>
    </>
  );
}

/** What is told by mail; where none leaves, the page says so instead. */
const mailed: readonly string[] = ["invited", "reset"];

function Notice({ notice, kept }: { notice: string; kept: boolean | undefined }) {
  const { t } = useTranslation("admin");
  return <Banner tone={kept ? "warn" : "ok"}>{t(`people.notice.${kept ? `${notice}Kept` : notice}`)}</Banner>;
}
