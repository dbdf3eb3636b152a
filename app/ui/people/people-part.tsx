import { useTranslation } from "react-i18next";
import type { ComponentProps } from "react";
import { ErrorSummary } from "../form/error-summary";
import { Pages } from "../navigation";
import { Banner } from "../tag";
import { InvitationTable } from "./invitation-table";
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
  page: number;
  pages: number;
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
  const { page, pages, notice, refused } = rest;
  const words = Object.fromEntries(
    Object.entries(refused?.errors ?? {}).map(([field, codes]) => [
      field,
      codes.map((code) => t(`people.errors.${code}`)),
    ]),
  );
  const title = refused?.conflict
    ? t(`people.errors.${refused.conflict}`)
    : t("common:form.problem", { count: Math.max(1, Object.keys(words).length) });
  const other = (to: number, label: string) =>
    to >= 1 && to <= pages ? { href: `${path}?page=${to}`, label } : undefined;
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
        <InvitationTable invitations={invitations} timeZone={timeZone} />
        <PeopleTable people={people} held={held} timeZone={timeZone} />
        {pages > 1 && (
          <Pages
            label={t("common:pages.label")}
            newer={other(page - 1, t("common:pages.newer"))}
            older={other(page + 1, t("common:pages.older"))}
            words={t("common:pages.of", { page, pages })}
          />
        )}
      </div>
    </>
  );
}
