import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { StaffPage, type StaffPageProps } from "~/ui/page/staff-page";

/** The places of the administrator's workspace, five at most; everything else is a link on the last one. */
const places = [
  { key: "people", href: pathTo("/admin/people") },
  { key: "organizations", href: pathTo("/admin/organizations") },
  { key: "listing-review", href: pathTo("/admin/listing-review") },
  { key: "imports", href: pathTo("/admin/imports") },
  { key: "more", href: pathTo("/admin") },
] as const;

export type AdminFrameProps = {
  name: string;
  brand: string;
  /** The place that the page belongs to; a page that is not in the bar belongs to "more". */
  current: (typeof places)[number]["key"] | "outbox";
  /** An auditor has one page here. */
  auditor?: boolean;
  children: ReactNode;
} & Pick<StaffPageProps, "title" | "lede" | "width" | "crumbs" | "actions">;

/** Frame of every administrator's page. */
export function AdminFrame({ name, brand, current, auditor, children, ...page }: AdminFrameProps) {
  const { t } = useTranslation("admin");
  const here = current === "outbox" ? "more" : current;
  const nav = auditor
    ? []
    : places.map(({ key, href }) => ({ href, label: t(`nav.${key}`), current: key === here }));
  return (
    <StaffPage
      width="read"
      {...page}
      brand={brand}
      user={{ name }}
      workspace={{ home: pathTo(auditor ? "/admin/audit" : "/admin"), label: t("name") }}
      nav={nav}
    >
      {children}
    </StaffPage>
  );
}
