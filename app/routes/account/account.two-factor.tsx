import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openAction } from "~/auth/account-page.server";
import { cookieHeaders } from "~/auth/auth-answer.server";
import { beginTwoStep } from "~/auth/begin-two-step.server";
import { enterCode } from "~/auth/enter-code.server";
import { text } from "~/auth/form-fields";
import { frameFacts } from "~/auth/frame-facts";
import { ownPath } from "~/auth/own-path";
import { readBackupCodes } from "~/auth/read-backup-codes.server";
import { replaceBackupCodes } from "~/auth/replace-backup-codes.server";
import { requireSignedIn } from "~/auth/sign-in-first.server";
import { Invalid } from "~/domain/kernel/errors";
import { pathTo } from "~/paths";
import { ErrorSummary } from "~/ui/form/error-summary";
import { pageHandle } from "~/ui/page/page-handle";
import { AccountFrame } from "./account-frame";
import { BackupCodes } from "./backup-codes";
import { TwoFactorSetUp } from "./two-factor-set-up";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("account:twoFactor.title"),
});

const secret = { headers: { "Cache-Control": "no-store" } };

/** Open to a password-only session as long as there is no second step: this page is the way to one. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const to = ownPath(new URL(request.url).searchParams.get("to"), pathTo("/choose"));
  const { session } = context;
  if (!session || session.twoFactorEnabled) {
    const own = requireSignedIn(request, session);
    return data({ frame: frameFacts(own), to, setUp: null, backup: await readBackupCodes(own) }, secret);
  }
  return data({ frame: frameFacts(session), to, setUp: await beginTwoStep(session), backup: null }, secret);
}

const sixDigits = z
  .string()
  .min(1, { error: "code_needed", abort: true })
  .regex(/^\d{3}\s?\d{3}$/, "code_wrong");

export const action = openAction({
  "turn-on": [
    z.object({ to: text, code: text.transform((typed) => typed.trim()).pipe(sixDigits) }),
    async ({ request, session, input: { to, code } }) => {
      const page = `${pathTo("/account/two-factor")}?to=${encodeURIComponent(to)}`;
      // Pressed twice: it is on, and the page shows the codes.
      if (!session || session.twoFactorEnabled) return redirect(page, 303);
      const { outcome, setCookies } = await enterCode(request.headers, code);
      if (outcome !== "in") throw new Invalid({ code: [outcome === "used" ? "code_used" : "code_wrong"] });
      return redirect(page, { headers: cookieHeaders(setCookies), status: 303 });
    },
  ],
  "new-codes": [
    z.object({ password: text }),
    async ({ request, session, input }) => {
      requireSignedIn(request, session);
      const codes = await replaceBackupCodes(request.headers, input.password);
      return data({ ok: true as const, errors: null, conflict: null, codes }, secret);
    },
  ],
});

export default function TwoFactorPage() {
  const { t } = useTranslation("account");
  const { frame, to, setUp, backup } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = Object.fromEntries(
    Object.entries(answer?.errors ?? {}).map(([field, codes]) => [
      field,
      codes.map((code) => t(`errors.${code}`)),
    ]),
  );
  const codes = (answer && "codes" in answer && answer.codes) || backup?.codes || null;
  return (
    <AccountFrame
      facts={frame}
      title={codes ? t("twoFactor.codesTitle") : t("twoFactor.title")}
      lede={
        setUp && (
          <>
            {t("twoFactor.lede")} {t("twoFactor.must")}
          </>
        )
      }
    >
      {answer && !answer.ok && (
        <ErrorSummary
          title={answer.conflict ? t("account.passwordWaits") : t("common:form.problem", { count: 1 })}
          errors={words}
        />
      )}
      {setUp && <TwoFactorSetUp {...setUp} to={to} error={words.code?.[0]} />}
      {backup && <BackupCodes codes={codes} left={backup.left} to={to} error={words.password?.[0]} />}
    </AccountFrame>
  );
}
