import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { arrive } from "~/auth/arrive.server";
import { cookieHeaders } from "~/auth/auth-answer.server";
import { ownPath } from "~/auth/own-path";
import { signIn } from "~/auth/sign-in.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { SignedOutPage } from "./signed-out-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("account:signIn.title"),
});

const notices = ["out", "reset", "again", "used", "ended"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const to = query.get("to") ?? "";
  if (context.session && context.session.aal >= 2) throw redirect(ownPath(to));
  const notice = notices.find((one) => query.has(one)) ?? (to ? "ended" : null);
  return { to, notice };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const to = String(form.get("to") ?? "");
  const email = String(form.get("email") ?? "").slice(0, 254);
  const password = String(form.get("password") ?? "");
  const missing = {
    ...(!email.trim() && { email: ["email_needed"] }),
    ...(!password && { password: ["password_needed"] }),
  };
  if (Object.keys(missing).length > 0)
    return data({ errors: missing as Record<string, string[]>, email, form: null }, { status: 422 });
  const { outcome, setCookies } = await signIn(request.headers, { email, password });
  if (outcome === "in") return arrive(setCookies, to);
  if (outcome === "code") {
    return redirect(`/sign-in/code?to=${encodeURIComponent(to)}`, {
      headers: cookieHeaders(setCookies),
      status: 303,
    });
  }
  const status = outcome === "waits" ? 429 : 422;
  return data({ errors: {} as Record<string, string[]>, email, form: outcome }, { status });
}

export default function SignInPage() {
  const { t } = useTranslation("account");
  const { to, notice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = (field: string) => refused?.errors[field]?.map((code) => t(`errors.${code}`));
  return (
    <SignedOutPage title={t("signIn.title")}>
      {refused && (
        <ErrorSummary
          title={
            refused.form
              ? t(`signIn.${refused.form}`)
              : t("common:form.problem", { count: Object.keys(refused.errors).length })
          }
          errors={{ email: words("email"), password: words("password") }}
        >
          {refused.form && <p>{t(`signIn.${refused.form}Next`)}</p>}
        </ErrorSummary>
      )}
      {!refused && notice && (
        <Banner tone={notice === "reset" || notice === "out" ? "ok" : "info"}>
          {t(`signIn.notice.${notice}`)}
        </Banner>
      )}
      <PageForm method="post" stack values={{ to }}>
        <TextField
          name="email"
          type="email"
          label={t("field.email")}
          error={words("email")?.[0]}
          defaultValue={refused?.email}
          autoComplete="username"
          spellCheck={false}
          autoCapitalize="none"
        />
        <TextField
          name="password"
          type="password"
          label={t("field.password")}
          error={words("password")?.[0]}
          autoComplete="current-password"
        />
        <div className="row">
          <Button variant="primary">{t("signIn.title")}</Button>
        </div>
      </PageForm>
      <p className="row">
        <a href="/forgot">{t("signIn.forgot")}</a>
      </p>
      <p className="meta">{t("signIn.noAccount")}</p>
    </SignedOutPage>
  );
}
