import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";

/** For somebody who has an account: join, or sign in as the person who is meant. */
export function InvitationAnswer({ email, signedInAs }: { email: string; signedInAs: string | null }) {
  const { t } = useTranslation("account");
  const { pathname } = useLocation();
  if (signedInAs === email) {
    return (
      <PageForm method="post" values={{ intent: "join" }}>
        <Button variant="primary">{t("invitation.accept")}</Button>
      </PageForm>
    );
  }
  if (signedInAs)
    return (
      <p>
        {t("invitation.other", { email: signedInAs })} <a href={pathTo("/sign-out")}>{t("signOut.title")}</a>
      </p>
    );
  return (
    <>
      <p>{t("invitation.known", { email })}</p>
      <p className="row">
        <ButtonLink variant="primary" href={`${pathTo("/sign-in")}?to=${encodeURIComponent(pathname)}`}>
          {t("invitation.knownSignIn")}
        </ButtonLink>
      </p>
    </>
  );
}
