import { type ActionFunctionArgs, data } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requestPasswordReset } from "~/auth/request-password-reset.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { SignedOutPage } from "./signed-out-page";

export const handle = pageHandle({ robots: "noindex", title: (t) => t("account:forgot.title") });

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const email = String(form.get("email") ?? "").slice(0, 254);
  if (!/^\S+@\S+\.\S+$/.test(email.trim())) {
    return data(
      { errors: { email: [email.trim() ? "email_wrong" : "email_needed"] }, email, sent: false },
      { status: 422 },
    );
  }
  await requestPasswordReset(email);
  return { errors: null, email: "", sent: true };
}

export default function ForgotPage() {
  const { t } = useTranslation("account");
  const answer = useActionData<typeof action>();
  const error = answer?.errors?.email.map((code) => t(`errors.${code}`));
  if (answer?.sent) {
    return (
      <SignedOutPage title={t("forgot.sentTitle")}>
        <Banner>{t("forgot.sent")}</Banner>
        <p>{t("forgot.sentNext")}</p>
        <p className="row">
          <ButtonLink href="/sign-in">{t("forgot.back")}</ButtonLink>
        </p>
      </SignedOutPage>
    );
  }
  return (
    <SignedOutPage title={t("forgot.title")} lede={t("forgot.lede")}>
      {error && <ErrorSummary title={t("common:form.problem", { count: 1 })} errors={{ email: error }} />}
      <PageForm method="post" stack>
        <TextField
          name="email"
          type="email"
          label={t("field.email")}
          error={error?.[0]}
          defaultValue={answer?.email}
          autoComplete="username"
          spellCheck={false}
          autoCapitalize="none"
        />
        <div className="row">
          <Button variant="primary">{t("forgot.send")}</Button>
          <a href="/sign-in">{t("forgot.back")}</a>
        </div>
      </PageForm>
    </SignedOutPage>
  );
}
