import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openAction } from "~/auth/account-page.server";
import { cookieHeaders } from "~/auth/auth-answer.server";
import { text } from "~/auth/form-fields";
import { newPassword } from "~/auth/new-password.schema";
import { isResetLinkLive, resetPassword } from "~/auth/reset-password.server";
import { minPasswordLength } from "~/auth/session-policy";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";
import { pageHandle } from "~/ui/page/page-handle";
import { SignedOutPage } from "./signed-out-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("account:reset.title"),
});

export async function loader({ params }: LoaderFunctionArgs) {
  const live = await isResetLinkLive(params.token ?? "");
  return data({ live }, { status: live ? 200 : 404, headers: { "Cache-Control": "no-store" } });
}

export const action = openAction({
  reset: [
    z.object({ password: text.pipe(newPassword) }),
    async ({ params, request, url, input }) => {
      const done = await resetPassword(params.token ?? "", input.password, request.headers);
      if (!done) return redirect(url.pathname, 303);
      const headers = cookieHeaders(done.setCookies);
      return redirect(`${pathTo("/sign-in")}?reset`, { headers, status: 303 });
    },
  ],
});

export default function ResetPage() {
  const { t } = useTranslation("account");
  const { live } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors["password"]?.map((code) =>
    t(`errors.${code}`, { count: minPasswordLength }),
  );
  if (!live) {
    return (
      <SignedOutPage title={t("reset.endedTitle")} lede={t("reset.ended")}>
        <p className="row">
          <ButtonLink variant="primary" href={pathTo("/forgot")}>
            {t("reset.another")}
          </ButtonLink>
        </p>
      </SignedOutPage>
    );
  }
  return (
    <SignedOutPage title={t("reset.title")} lede={t("reset.lede")}>
      {errors && (
        <ErrorSummary
          title={t("common:form.problem", { count: errors.length })}
          errors={{ password: errors }}
        />
      )}
      <PageForm method="post" values={{ intent: "reset" }} stack>
        <TextField
          name="password"
          type="password"
          label={t("field.newPassword")}
          hint={t("hint.newPassword", { count: minPasswordLength })}
          error={errors?.[0]}
          autoComplete="new-password"
        />
        <div className="row">
          <Button variant="primary">{t("reset.save")}</Button>
        </div>
      </PageForm>
    </SignedOutPage>
  );
}
