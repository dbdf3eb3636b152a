import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { StaffPage } from "~/ui/page/staff-page";

/** Frame of the pages before somebody is signed in. */
export function SignedOutPage({
  title,
  lede,
  children,
}: {
  title: string;
  lede?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation("account");
  return (
    <StaffPage
      title={title}
      lede={lede}
      width="form"
      workspace={{ home: pathTo("/"), label: t("name") }}
      nav={[]}
    >
      {children}
    </StaffPage>
  );
}
