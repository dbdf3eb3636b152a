import type { TFunction } from "i18next";
import type { Column } from "~/ui/data-table";

type Row = { family: string; program: string; organization: string; href?: string };

/** Which family, and which program: how every list of referrals begins. */
export const familyColumns = <R extends Row>(t: TFunction<"intake">): Column<R>[] => [
  {
    key: "family",
    label: t("followUps.family"),
    header: true,
    cell: ({ family, href }) => (href ? <a href={href}>{family}</a> : family),
  },
  {
    key: "program",
    label: t("followUps.program"),
    cell: ({ program, organization }) => (
      <>
        {program}
        <br />
        <span className="meta">{organization}</span>
      </>
    ),
  },
];
