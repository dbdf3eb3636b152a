import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { StaffPage, type StaffPageProps } from "~/ui/page/staff-page";

export type ManagerFrame = { name: string; brand: string; timeZone: string };
type Place = "goals" | "referrals" | "programs" | "unmet" | "reports" | "method";
type Props = Omit<StaffPageProps, "workspace" | "nav" | "user" | "brand" | "links"> & {
  frame: ManagerFrame;
  here: Place;
};

/** What every manager's page is told of who reads it. */
export function frameOf(session: {
  name: string;
  membership: { jurisdictionTitle: string; timeZone: string };
}): ManagerFrame {
  return {
    name: session.name,
    brand: session.membership.jurisdictionTitle,
    timeZone: session.membership.timeZone,
  };
}

/** Frame of every manager's page; prints landscape. */
export function ManagerPage({ frame, here, ...page }: Props) {
  const { t } = useTranslation("manager");
  const nav = [
    { href: pathTo("/manager/goals"), label: t("nav.goals"), current: here === "goals" },
    { href: pathTo("/manager/referrals"), label: t("nav.referrals"), current: here === "referrals" },
    { href: pathTo("/manager/programs"), label: t("nav.programs"), current: here === "programs" },
    { href: pathTo("/manager/unmet-needs"), label: t("nav.unmet"), current: here === "unmet" },
    { href: pathTo("/manager/reports"), label: t("nav.reports"), current: here === "reports" },
    { href: pathTo("/manager/method"), label: t("nav.method"), current: here === "method" },
  ];
  return (
    <StaffPage
      width="read"
      landscape
      {...page}
      brand={frame.brand}
      user={{ name: frame.name }}
      nav={nav}
      workspace={{ home: pathTo("/manager/goals"), label: t("nav.workspace") }}
    />
  );
}
