import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
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
    <StaffPage title={title} lede={lede} width="form" workspace={{ home: "/", label: t("name") }} nav={[]}>
      {children}
    </StaffPage>
  );
}
