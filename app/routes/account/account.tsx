import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { accountAction, accountLoader } from "~/auth/account-page.server";
import { preferenceCookies } from "~/auth/arrive.server";
import { cookieHeaders } from "~/auth/auth-answer.server";
import { changePassword } from "~/auth/change-password.server";
import { text, ticked } from "~/auth/form-fields";
import { frameFacts } from "~/auth/frame-facts";
import { hasPassword } from "~/auth/has-password.server";
import { listPasskeys } from "~/auth/list-passkeys.server";
import { listSessions } from "~/auth/list-sessions.server";
import { revokeOtherSessions } from "~/auth/revoke-other-sessions.server";
import { revokeSession } from "~/auth/revoke-session.server";
import { freshSeconds, minPasswordLength } from "~/auth/session-policy";
import { updatePreferences } from "~/auth/update-preferences.server";
import { systemClock } from "~/domain/kernel/clock";
import { pathTo } from "~/paths";
import { ErrorSummary } from "~/ui/form/error-summary";
import { usePageFacts } from "~/ui/page/page-facts";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { AccountFrame } from "./account-frame";
import { passkeyActs } from "./passkey-acts.server";
import { nameIdOf, PasskeysCard, type TypedPasskey } from "./passkeys-card";
import { PasswordForm } from "./password-form";
import { PreferencesForm } from "./preferences-form";
import { SessionTable } from "./session-table";
import { SignInFacts } from "./sign-in-facts";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("account:account.title"),
});

const notices = [
  "saved",
  "passwordSaved",
  "ended",
  "gone",
  "passkeyAdded",
  "passkeyRemoved",
  "passkeyGone",
] as const;

export const loader = accountLoader(async ({ session, url }) => {
  const { locale, shortcutsOn, largeText, membership, memberships } = session;
  return {
    frame: frameFacts(session),
    preferences: { locale, shortcutsOn, largeText },
    sessions: await listSessions(session),
    passkeys: await listPasskeys(session),
    hasPassword: await hasPassword(session),
    twoFactorOn: session.twoFactorEnabled,
    fresh: systemClock.now().getTime() - session.createdAt.getTime() < freshSeconds * 1000,
    timeZone: membership?.timeZone ?? "UTC",
    workspace: membership && {
      role: membership.role,
      place: membership.organizationName ?? membership.jurisdictionName,
    },
    canSwitch: memberships.length > 1,
    notice: notices.find((one) => url.searchParams.has(one)) ?? null,
    endedOthers: Number(url.searchParams.get("endedOthers") ?? "0") || 0,
  };
});

export const action = accountAction({
  ...passkeyActs,
  preferences: [
    z.object({ locale: text, shortcutsOn: ticked, largeText: ticked }),
    async ({ session, input }) => {
      const kept = await updatePreferences(session, input);
      return redirect(`${pathTo("/account")}?saved`, {
        headers: cookieHeaders(preferenceCookies(kept)),
        status: 303,
      });
    },
  ],
  password: [
    z.object({ currentPassword: text, newPassword: text }),
    async ({ request, input }) => {
      const headers = cookieHeaders(await changePassword(request.headers, input));
      return redirect(`${pathTo("/account")}?passwordSaved`, { headers, status: 303 });
    },
  ],
  "end-others": [
    z.object({}),
    async ({ session }) =>
      redirect(`${pathTo("/account")}?endedOthers=${await revokeOtherSessions(session)}#sessions`, 303),
  ],
  end: [
    z.object({ session: text }),
    async ({ session, input }) => {
      const ended = await revokeSession(session, input.session);
      return redirect(
        ended ? `${pathTo("/account")}?ended#sessions` : `${pathTo("/account")}?gone#sessions`,
        303,
      );
    },
  ],
});

export default function AccountPage() {
  const { t } = useTranslation("account");
  const {
    frame,
    preferences,
    sessions,
    passkeys,
    fresh,
    hasPassword,
    timeZone,
    workspace,
    canSwitch,
    ...told
  } = useLoaderData<typeof loader>();
  const { mailStays } = usePageFacts();
  const { endedOthers, twoFactorOn } = told;
  const notice = mailStays && told.notice === "passkeyAdded" ? "passkeyAddedKept" : told.notice;
  const refused = useActionData<typeof action>();
  const words = Object.fromEntries(
    Object.entries(refused?.errors ?? {}).map(([field, codes]) => [
      field,
      codes.map((code) => t(`errors.${code}`, { count: minPasswordLength })),
    ]),
  );
  const { name: nameWords, passkey: passkeyWords, ...otherWords } = words;
  const typed: TypedPasskey = refused?.typed ?? {};
  const inSummary = { ...otherWords, [nameIdOf(typed.key)]: nameWords, passkeys: passkeyWords };
  const title =
    refused?.conflict === "waits"
      ? t("account.passwordWaits")
      : refused?.conflict
        ? t(`errors.${refused.conflict}`)
        : t("common:form.problem", { count: Math.max(1, Object.keys(words).length) });
  return (
    <AccountFrame facts={frame} title={t("account.title")}>
      {refused && <ErrorSummary title={title} errors={inSummary} />}
      {!refused && notice && (
        <Banner tone={/gone$/i.test(notice) ? "info" : "ok"}>{t(`account.${notice}`)}</Banner>
      )}
      {!refused && endedOthers > 0 && <Banner>{t("account.endedOthers", { count: endedOthers })}</Banner>}
      <div className="form-stack">
        <PreferencesForm {...preferences} />
        <SignInFacts {...{ workspace, canSwitch, twoFactorOn }} />
        <PasskeysCard {...{ passkeys, timeZone, fresh, typed }} errors={words} />
        {hasPassword && <PasswordForm errors={words} />}
        <SessionTable sessions={sessions} timeZone={timeZone} />
      </div>
    </AccountFrame>
  );
}
