import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { StaffPage, type StaffPageProps } from "~/ui/page/staff-page";

export type FrameFacts = { home: string; name: string; brand: string | undefined };

/** Frame of the pages about oneself: the bar leads back to the own workspace. */
export function AccountFrame({
  facts,
  children,
  ...page
}: { facts: FrameFacts; children: ReactNode } & Pick<StaffPageProps, "title" | "lede" | "width">) {
  const { t } = useTranslation("account");
  return (
    <StaffPage
      width="form"
      {...page}
      brand={facts.brand}
      user={{ name: facts.name }}
      workspace={{ home: facts.home, label: t("name") }}
      nav={[]}
    >
      {children}
    </StaffPage>
  );
}
