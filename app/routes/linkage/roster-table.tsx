import { useTranslation } from "react-i18next";
import type { PairToRead, RosterMember } from "~/domain/linkage/pair-views";
import { useFormat } from "~/locales/use-format";
import { DataTable } from "~/ui/data-table";
import { Tag } from "~/ui/tag";

type Row = {
  portal: RosterMember | null;
  agency: RosterMember | null;
  joined: "linked" | "thisPair" | "notLinked";
};

/** Members that are linked to each other stand in one line, the pair that is read in another; then everybody else. */
function joinRosters({ portal, agency }: PairToRead["rosters"]): Row[] {
  const linked = portal.flatMap((one): Row[] => {
    const other = agency.find(({ id }) => id === one.linkedTo);
    return other ? [{ portal: one, agency: other, joined: "linked" }] : [];
  });
  const taken = new Set(linked.flatMap((row) => [row.portal?.id, row.agency?.id]));
  const [here, there] = [portal, agency].map((all) => all.filter(({ id }) => !taken.has(id)));
  const pair: Row[] = [];
  const own = here?.find(({ isThisPair }) => isThisPair) ?? null;
  const other = there?.find(({ isThisPair }) => isThisPair) ?? null;
  if (own || other) pair.push({ portal: own, agency: other, joined: "thisPair" });
  const alone = (side: "portal" | "agency", members: RosterMember[] = []): Row[] =>
    members
      .filter(({ isThisPair }) => !isThisPair)
      .map((member) => ({ portal: null, agency: null, joined: "notLinked", [side]: member }));
  return [...pair, ...linked, ...alone("portal", here), ...alone("agency", there)];
}

/** Both families, with the children that are linked already in one line. */
export function RosterTable({ rosters, timeZone }: { rosters: PairToRead["rosters"]; timeZone: string }) {
  const { t } = useTranslation("linkage");
  const format = useFormat(timeZone);
  const cell = (member: RosterMember | null) =>
    member ? (
      <>
        {member.name || t("pair.empty")}
        {member.birthDate && (
          <span className="meta"> {t("pair.born", { date: format.date(member.birthDate, "year") })}</span>
        )}
      </>
    ) : (
      <span className="meta">{t("pair.nobody")}</span>
    );
  const tones = { linked: "ok", thisPair: "info", notLinked: "neu" } as const;
  return (
    <DataTable
      caption={t("pair.families")}
      quietCaption
      rows={joinRosters(rosters)}
      rowKey={(row) => `${row.portal?.id} ${row.agency?.id}`}
      columns={[
        { key: "portal", label: t("pair.portal"), header: true, cell: (row) => cell(row.portal) },
        {
          key: "joined",
          label: t("pair.joined"),
          cell: (row) => <Tag tone={tones[row.joined]}>{t(`pair.${row.joined}`)}</Tag>,
        },
        { key: "agency", label: t("pair.agency"), cell: (row) => cell(row.agency) },
      ]}
    />
  );
}
