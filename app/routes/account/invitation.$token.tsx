import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openAction } from "~/auth/account-page.server";
import { acceptInvitation, joinByInvitation } from "~/auth/accept-invitation.server";
import { arrive } from "~/auth/arrive.server";
import { findInvitation } from "~/auth/find-invitation.server";
import { text } from "~/auth/form-fields";
import { minPasswordLength } from "~/auth/session-policy";
import { requireSignedIn } from "~/auth/sign-in-first.server";
import { signIn } from "~/auth/sign-in.server";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { pathTo } from "~/paths";
import { ErrorSummary } from "~/ui/form/error-summary";
import { pageHandle } from "~/ui/page/page-handle";
import { InvitationAnswer } from "./invitation-answer";
import { NewcomerForm } from "./newcomer-form";
import { SignedOutPage } from "./signed-out-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("account:invitation.shortTitle"),
});

export async function loader({ params, context }: LoaderFunctionArgs) {
  const invitation = await findInvitation(params.token ?? "");
  const headers = { "Cache-Control": "no-store" };
  if (!invitation) return data({ invitation: null, signedInAs: null }, { status: 404, headers });
  const { email, name, role, jurisdictionTitle, organizationName, hasAccount } = invitation;
  const signedInAs = context.session && context.session.aal >= 2 ? context.session.email : null;
  return data(
    { invitation: { email, name, role, jurisdictionTitle, organizationName, hasAccount }, signedInAs },
    { headers },
  );
}

export const action = openAction({
  /** Somebody new, who chooses a name and a password. */
  create: [
    z.object({ name: text, password: text }),
    async ({ request, params, input }) => {
      const locale = languageOfRequest(request);
      const { email } = await acceptInvitation(params.token ?? "", { ...input, locale });
      const { setCookies } = await signIn(request.headers, { email, password: input.password });
      return arrive(request, setCookies, pathTo("/choose"));
    },
  ],
  join: [
    z.object({}),
    async ({ request, params, session }) => {
      await joinByInvitation(params.token ?? "", requireSignedIn(request, session));
      return redirect(pathTo("/choose"), 303);
    },
  ],
});

export default function InvitationPage() {
  const { t } = useTranslation("account");
  const { invitation, signedInAs } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!invitation)
    return (
      <SignedOutPage title={t("invitation.endedTitle")} lede={t("invitation.ended")}>
        <p>
          <a href={pathTo("/sign-in")}>{t("forgot.back")}</a>
        </p>
      </SignedOutPage>
    );
  const { role, organizationName, jurisdictionTitle, hasAccount, email, name } = invitation;
  const facts = { role: t(`role.${role}`), organization: organizationName };
  const words = Object.fromEntries(
    Object.entries(refused?.errors ?? {}).map(([field, codes]) => [
      field,
      codes.map((code) => t(`errors.${code}`, { count: minPasswordLength })),
    ]),
  );
  return (
    <SignedOutPage
      title={t("invitation.title", { place: organizationName ?? jurisdictionTitle })}
      lede={t(organizationName ? "invitation.ledeAt" : "invitation.lede", facts)}
    >
      {refused && (
        <ErrorSummary title={t("common:form.problem", { count: Object.keys(words).length })} errors={words} />
      )}
      {hasAccount ? (
        <InvitationAnswer email={email} signedInAs={signedInAs} />
      ) : (
        <NewcomerForm email={email} name={refused?.typed["name"] ?? name} errors={words} />
      )}
    </SignedOutPage>
  );
}
