import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { StaffPage, type StaffPageProps } from "~/ui/page/staff-page";

export type LinkageFrame = { name: string; brand: string; timeZone: string };
type Props = Omit<StaffPageProps, "workspace" | "nav" | "user" | "brand" | "links"> & {
  frame: LinkageFrame;
  here: "queue" | "search" | "decided";
};

/** What every page of the desk is told of who reads it. */
export function frameOf(session: {
  name: string;
  membership: { jurisdictionTitle: string; timeZone: string };
}): LinkageFrame {
  const { jurisdictionTitle, timeZone } = session.membership;
  return { name: session.name, brand: jurisdictionTitle, timeZone };
}

/** The frame of the desk that reads pairs. */
export function LinkagePage({ frame, here, ...page }: Props) {
  const { t } = useTranslation("linkage");
  const nav = [
    { href: pathTo("/linkage"), label: t("nav.queue"), current: here === "queue" },
    { href: pathTo("/linkage/search"), label: t("nav.search"), current: here === "search" },
    { href: pathTo("/linkage/decided"), label: t("nav.decided"), current: here === "decided" },
  ];
  return (
    <StaffPage
      {...page}
      brand={frame.brand}
      user={{ name: frame.name }}
      nav={nav}
      workspace={{ home: pathTo("/linkage"), label: t("nav.workspace") }}
    />
  );
}
