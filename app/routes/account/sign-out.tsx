import { redirect } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openAction } from "~/auth/account-page.server";
import { cookieHeaders } from "~/auth/auth-answer.server";
import { signOut } from "~/auth/sign-out.server";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";
import { pageHandle } from "~/ui/page/page-handle";
import { SignedOutPage } from "./signed-out-page";

export const handle = pageHandle({ robots: "noindex", title: (t) => t("account:signOut.title") });

export const action = openAction({
  "sign-out": [
    z.object({}),
    async ({ request }) =>
      redirect(`${pathTo("/sign-in")}?out`, {
        headers: cookieHeaders(await signOut(request.headers)),
        status: 303,
      }),
  ],
});

/** For who follows a link: signing out is a form, so that no other site can do it with a picture. */
export default function SignOutPage() {
  const { t } = useTranslation("account");
  return (
    <SignedOutPage title={t("signOut.title")} lede={t("signOut.lede")}>
      <PageForm method="post" values={{ intent: "sign-out" }}>
        <Button variant="primary">{t("common:action.signOut")}</Button>
      </PageForm>
    </SignedOutPage>
  );
}
