import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { StaffPage, type StaffPageProps } from "~/ui/page/staff-page";

/** The places of the administrator's workspace, five at most. */
const places = [
  { key: "people", href: "/admin/people" },
  { key: "outbox", href: "/admin/outbox" },
] as const;

export type AdminFrameProps = {
  name: string;
  brand: string;
  current: (typeof places)[number]["key"];
  children: ReactNode;
} & Pick<StaffPageProps, "title" | "lede" | "width">;

/** Frame of every administrator's page. */
export function AdminFrame({ name, brand, current, children, ...page }: AdminFrameProps) {
  const { t } = useTranslation("admin");
  const nav = places.map(({ key, href }) => ({ href, label: t(`nav.${key}`), current: key === current }));
  return (
    <StaffPage
      width="read"
      {...page}
      brand={brand}
      user={{ name }}
      workspace={{ home: "/admin/people", label: t("name") }}
      nav={nav}
    >
      {children}
    </StaffPage>
  );
}
