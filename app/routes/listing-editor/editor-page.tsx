import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Breadcrumbs } from "~/ui/navigation";
import type { StaffPageProps } from "~/ui/page/staff-page";
import { AdminFrame } from "../admin/admin-frame";
import { ProviderPage, type ProviderFrame } from "../provider/provider-page";

/** Whose desk edits the listing: its provider's, or the agency's. */
export type EditorFrame = { base: string } & (
  | { desk: "provider"; frame: ProviderFrame }
  | { desk: "admin"; frame: { name: string; brand: string } }
);

type Props = Pick<StaffPageProps, "title" | "lede"> & {
  editor: EditorFrame;
  listing: { id: string; name: string };
  /** Between the listing and this page. */
  between?: { href: string; label: string };
  children: ReactNode;
};

/** The frame of a page that edits a listing, on either desk. */
export function EditorPage({ editor, listing, between, children, ...page }: Props) {
  const { t } = useTranslation("provider-listings");
  const crumbs = [
    { href: editor.base, label: t(editor.desk === "admin" ? "listing-review:title" : "list.title") },
    { href: `${editor.base}/${listing.id}`, label: listing.name },
    ...(between ? [between] : []),
    { label: page.title },
  ];
  const all = {
    ...page,
    width: "form" as const,
    crumbs: <Breadcrumbs label={t("crumbs")} crumbs={crumbs} />,
  };
  return editor.desk === "admin" ? (
    <AdminFrame {...editor.frame} {...all} current="listing-review">
      {children}
    </AdminFrame>
  ) : (
    <ProviderPage frame={editor.frame} {...all} here="listings">
      {children}
    </ProviderPage>
  );
}
