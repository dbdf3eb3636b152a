import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openAction } from "~/auth/account-page.server";
import { textUpTo } from "~/auth/form-fields";
import { requestPasswordReset } from "~/auth/request-password-reset.server";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { SignedOutPage } from "./signed-out-page";

export const handle = pageHandle({ robots: "noindex", title: (t) => t("account:forgot.title") });

const email = z
  .string()
  .regex(/\S/, { error: "email_needed", abort: true })
  .regex(/^\s*\S+@\S+\.\S+\s*$/, "email_wrong");

export const action = openAction({
  send: [
    z.object({ email: textUpTo(254).pipe(email) }),
    async ({ input }) => {
      await requestPasswordReset(input.email);
      return { sent: true as const };
    },
  ],
});

export default function ForgotPage() {
  const { t } = useTranslation("account");
  const answer = useActionData<typeof action>();
  const refused = answer && "errors" in answer ? answer : null;
  const error = refused?.errors["email"]?.map((code) => t(`errors.${code}`));
  if (answer && "sent" in answer) {
    return (
      <SignedOutPage title={t("forgot.sentTitle")}>
        <Banner>{t("forgot.sent")}</Banner>
        <p>{t("forgot.sentNext")}</p>
        <p className="row">
          <ButtonLink href={pathTo("/sign-in")}>{t("forgot.back")}</ButtonLink>
        </p>
      </SignedOutPage>
    );
  }
  return (
    <SignedOutPage title={t("forgot.title")} lede={t("forgot.lede")}>
      {error && <ErrorSummary title={t("common:form.problem", { count: 1 })} errors={{ email: error }} />}
      <PageForm method="post" values={{ intent: "send" }} stack>
        <TextField
          name="email"
          type="email"
          label={t("field.email")}
          error={error?.[0]}
          defaultValue={refused?.typed["email"]}
          autoComplete="username"
          spellCheck={false}
          autoCapitalize="none"
        />
        <div className="row">
          <Button variant="primary">{t("forgot.send")}</Button>
          <a href={pathTo("/sign-in")}>{t("forgot.back")}</a>
        </div>
      </PageForm>
    </SignedOutPage>
  );
}
