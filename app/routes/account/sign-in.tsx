import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openAction } from "~/auth/account-page.server";
import { agencySettings } from "~/auth/agency-settings.server";
import { arrive } from "~/auth/arrive.server";
import { cookieHeaders } from "~/auth/auth-answer.server";
import { text, textUpTo } from "~/auth/form-fields";
import { ownPath } from "~/auth/own-path";
import { signInWithPasskey } from "~/auth/sign-in-with-passkey.server";
import { signIn } from "~/auth/sign-in.server";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { PasskeyPart } from "./passkey-part";
import { SignedOutPage } from "./signed-out-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("account:signIn.title"),
});

const notices = ["out", "reset", "again", "used", "agencyStranger", "agencyFailed", "ended"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const to = query.get("to") ?? "";
  if (context.session && context.session.aal >= 2) throw redirect(ownPath(to));
  const notice = notices.find((one) => query.has(one)) ?? (to ? "ended" : null);
  return { to, notice, agency: agencySettings() !== null };
}

export const action = openAction({
  "sign-in": [
    z.object({
      to: text,
      email: textUpTo(254).pipe(z.string().regex(/\S/, "email_needed")),
      password: text.pipe(z.string().min(1, "password_needed")),
    }),
    async ({ request, input: { to, email, password } }) => {
      const { outcome, setCookies } = await signIn(request.headers, { email, password });
      if (outcome === "in") return arrive(request, setCookies, to);
      if (outcome === "code") {
        const headers = cookieHeaders(setCookies);
        return redirect(`${pathTo("/sign-in/code")}?to=${encodeURIComponent(to)}`, { headers, status: 303 });
      }
      const errors: Record<string, string[]> = {};
      return data({ errors, typed: { email }, form: outcome }, { status: outcome === "waits" ? 429 : 422 });
    },
  ],
  passkey: [
    z.object({ to: text, passkey: text }),
    async ({ request, input: { to, passkey } }) => {
      const { outcome, setCookies } = await signInWithPasskey(request.headers, { passkey });
      if (outcome === "in") return arrive(request, setCookies, to);
      const errors: Record<string, string[]> = {};
      const typed: Record<string, string> = {};
      const headers = cookieHeaders(setCookies);
      return data({ errors, typed, form: "passkey" as const }, { status: 422, headers });
    },
  ],
});

export default function SignInPage() {
  const { t } = useTranslation("account");
  const { to, notice, agency } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const failed = refused && "form" in refused ? refused.form : null;
  const words = (field: string) => refused?.errors[field]?.map((code) => t(`errors.${code}`));
  return (
    <SignedOutPage title={t("signIn.title")}>
      {refused && (
        <ErrorSummary
          title={
            failed
              ? t(`signIn.${failed}`)
              : t("common:form.problem", { count: Object.keys(refused.errors).length })
          }
          errors={{ email: words("email"), password: words("password") }}
        >
          {failed && <p>{t(`signIn.${failed}Next`)}</p>}
        </ErrorSummary>
      )}
      {!refused && notice && (
        <Banner tone={notice === "reset" || notice === "out" ? "ok" : "info"}>
          {t(`signIn.notice.${notice}`)}
        </Banner>
      )}
      <PageForm method="post" stack values={{ intent: "sign-in", to }}>
        <TextField
          name="email"
          type="email"
          label={t("field.email")}
          error={words("email")?.[0]}
          defaultValue={refused?.typed["email"]}
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
      {agency && (
        <p className="row mt-3">
          <a className="btn" href={`${pathTo("/sign-in/agency")}?to=${encodeURIComponent(to)}`}>
            {t("signIn.withAgency")}
          </a>
        </p>
      )}
      <PasskeyPart ask="sign-in" values={{ intent: "passkey", to }}>
        <div className="row">
          <Button>{t("signIn.withPasskey")}</Button>
        </div>
      </PasskeyPart>
      <p className="row">
        <a href={pathTo("/forgot")}>{t("signIn.forgot")}</a>
      </p>
      <p className="meta">{t("signIn.noAccount")}</p>
    </SignedOutPage>
  );
}
