import { useTranslation } from "react-i18next";
import type { ComponentProps } from "react";
import { ErrorSummary } from "~/ui/form/error-summary";
import { listHref, ListPages } from "~/ui/list-pages";
import { Banner } from "~/ui/tag";
import { InvitationTable } from "./invitation-table";
import { FindPerson } from "./find-person";
import { InviteForm } from "./invite-form";
import { PeopleTable } from "./people-table";

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
    typed?: ComponentProps<typeof InviteForm>["typed"];
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
  const { find, total, at, pages, notice, refused } = rest;
  const words = Object.fromEntries(
    Object.entries(refused?.errors ?? {}).map(([field, codes]) => [
      field,
      codes.map((code) => t(`people.errors.${code}`)),
    ]),
  );
  const title = refused?.conflict
    ? t(`people.errors.${refused.conflict}`)
    : t("common:form.problem", { count: Math.max(1, Object.keys(words).length) });
  return (
    <>
      {refused && <ErrorSummary title={title} errors={words} />}
      {!refused && notice && <Banner>{t(`people.notice.${notice}`)}</Banner>}
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
          find={<FindPerson {...{ path, find, total }} />}
        >
          <ListPages page={at.page} pages={pages.page} href={(page) => listHref(path, { ...at, page })} />
        </PeopleTable>
      </div>
    </>
  );
}
