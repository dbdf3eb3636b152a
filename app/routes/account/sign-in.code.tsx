import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openAction } from "~/auth/account-page.server";
import { arrive } from "~/auth/arrive.server";
import { cookieHeaders } from "~/auth/auth-answer.server";
import { enterCode } from "~/auth/enter-code.server";
import { text } from "~/auth/form-fields";
import { ownPath } from "~/auth/own-path";
import { Invalid } from "~/domain/kernel/errors";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";
import { pageHandle } from "~/ui/page/page-handle";
import { SignedOutPage } from "./signed-out-page";

export const handle = pageHandle<typeof loader>({ robots: "noindex", title: (t) => t("account:code.title") });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const to = query.get("to") ?? "";
  if (context.session && context.session.aal >= 2) throw redirect(ownPath(to));
  return { to, backup: query.has("backup") };
}

export const action = openAction({
  code: [
    z.object({
      to: text,
      code: text.transform((typed) => typed.trim()).pipe(z.string().min(1, "code_needed")),
    }),
    async ({ request, input: { to, code } }) => {
      const { outcome, setCookies } = await enterCode(request.headers, code);
      if (outcome === "in") return arrive(request, setCookies, to);
      if (outcome === "again" || outcome === "used") {
        const headers = cookieHeaders(setCookies);
        return redirect(`${pathTo("/sign-in")}?${outcome}&to=${encodeURIComponent(to)}`, {
          headers,
          status: 303,
        });
      }
      if (outcome !== "waits") throw new Invalid({ code: ["code_wrong"] });
      const errors: Record<string, string[]> = { code: ["code_waits"] };
      return data({ errors }, { status: 429 });
    },
  ],
});

export default function CodePage() {
  const { t } = useTranslation("account");
  const { to, backup } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const error = refused?.errors.code?.map((code) => t(`errors.${code}`));
  const other = `${pathTo("/sign-in/code")}?${backup ? "" : "backup&"}to=${encodeURIComponent(to)}`;
  return (
    <SignedOutPage title={t("code.title")} lede={t(backup ? "code.ledeBackup" : "code.lede")}>
      {error && <ErrorSummary title={t("common:form.problem", { count: 1 })} errors={{ code: error }} />}
      <PageForm method="post" stack values={{ intent: "code", to }}>
        {backup ? (
          <TextField
            key="backup"
            name="code"
            label={t("field.backupCode")}
            hint={t("code.backupHint")}
            error={error?.[0]}
            narrow
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        ) : (
          <TextField
            key="code"
            name="code"
            label={t("field.code")}
            hint={t("code.hint")}
            error={error?.[0]}
            narrow
            autoComplete="one-time-code"
            inputMode="numeric"
          />
        )}
        <div className="row">
          <Button variant="primary">{t("common:action.continue")}</Button>
        </div>
      </PageForm>
      <p className="row">
        <a href={other}>{t(backup ? "code.useApp" : "code.useBackup")}</a>
      </p>
      <p className="meta">{t("code.lost")}</p>
    </SignedOutPage>
  );
}
