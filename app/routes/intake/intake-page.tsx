import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { StaffPage, type StaffPageProps } from "~/ui/page/staff-page";

/** Who works here and what waits, for the bar of every intake page. */
export type IntakeFrame = {
  brand: string;
  user: { name: string; detail?: string };
  followUps: number;
  callPath: string;
  /** Sees the team's overdue list. */
  supervises: boolean;
};

type Props = Omit<StaffPageProps, "workspace" | "nav" | "user" | "brand"> & {
  frame: IntakeFrame;
  here: "find" | "follow-ups" | "calls" | "sent" | "team";
};

/** The frame of the intake desk. */
export function IntakePage({ frame, here, ...page }: Props) {
  const { t } = useTranslation("intake");
  const nav = [
    { href: frame.callPath, label: t("nav.find"), current: here === "find" },
    {
      href: pathTo("/intake/follow-ups"),
      label: t("nav.followUps"),
      count: frame.followUps || undefined,
      current: here === "follow-ups",
    },
    { href: pathTo("/intake/calls"), label: t("nav.calls"), current: here === "calls" },
    { href: pathTo("/intake/sent"), label: t("nav.sent"), current: here === "sent" },
    ...(frame.supervises
      ? [{ href: pathTo("/intake/team"), label: t("nav.team"), current: here === "team" }]
      : []),
  ];
  return (
    <StaffPage
      {...page}
      brand={frame.brand}
      user={frame.user}
      nav={nav}
      workspace={{ home: pathTo("/intake"), label: t("nav.label") }}
    />
  );
}
