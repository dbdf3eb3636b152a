import type { TFunction } from "i18next";
import type { Column } from "~/ui/data-table";

/** Which family, and which program: how every list of referrals of the team begins. */
export const familyColumns = <Row extends { family: string; program: string }>(
  t: TFunction<"intake">,
): Column<Row>[] => [
  { key: "family", label: t("followUps.family"), header: true, cell: (row) => row.family },
  { key: "program", label: t("followUps.program"), cell: (row) => row.program },
];
