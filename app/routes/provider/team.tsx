import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { listPeople } from "~/auth/list-people.server";
import { can } from "~/domain/kernel/index.server";
import { listInbox } from "~/domain/referrals/index.server";
import { EmptyState } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { pageHandle } from "~/ui/page/page-handle";
import { frameOf, wordsOf } from "./inbox/load-inbox.server";
import { ProviderPage } from "./provider-page";

export const handle = pageHandle<typeof loader>({
  i18n: ["provider"],
  title: (t) => t("provider:team.title"),
});

export const loader = deskLoader("provider", async (args) => {
  const { t } = wordsOf(args);
  const { counts } = await listInbox(args.ctx, { stage: "new" });
  const { people } = can(args.ctx, "list", "Membership")
    ? await listPeople(args.ctx, { page: 1 })
    : { people: [] };
  const rows = people.map((person) => ({
    id: person.membershipId,
    name: person.name,
    role: t(`team.roles.${person.role}`, { defaultValue: person.role }),
  }));
  return { frame: frameOf(args, counts.new, 0), rows, mine: rows.length === 0 };
});

/** Who works here. A manager sees everyone; others learn who can give access. */
export default function Team() {
  const { frame, rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation("provider");
  type Row = (typeof rows)[number];
  return (
    <ProviderPage frame={frame} here="team" title={t("team.title")} lede={t("team.lede")} width="read">
      {rows.length === 0 ? (
        <EmptyState icon="users" title={t("team.managerOnly")} />
      ) : (
        <div className="card card-body">
          <DataTable<Row>
            caption={t("team.title")}
            quietCaption
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: "name", label: t("team.name"), header: true, cell: (row) => row.name },
              { key: "role", label: t("team.role"), cell: (row) => row.role },
            ]}
          />
        </div>
      )}
    </ProviderPage>
  );
}
