import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { accountAction, accountLoader } from "~/auth/account-page.server";
import { chooseWorkspace } from "~/auth/choose-workspace.server";
import { homeOf } from "~/auth/desk-roles";
import { text } from "~/auth/form-fields";
import { frameFacts } from "~/auth/frame-facts";
import { ownPath } from "~/auth/own-path";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { pageHandle } from "~/ui/page/page-handle";
import { AccountFrame } from "./account-frame";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("account:choose.title"),
});

/** Somebody with one workspace goes straight to it. */
export const loader = accountLoader(async ({ session, url }) => {
  const { memberships, membership } = session;
  const [only] = memberships;
  const to = ownPath(url.searchParams.get("to"), "");
  if (only && memberships.length === 1) throw redirect(to || homeOf(only.role, only.organizationId));
  const workspaces = memberships.map((one) => ({
    id: one.id,
    role: one.role,
    place: one.organizationName ?? one.jurisdictionName,
    within: one.organizationName ? one.jurisdictionName : one.teamName,
    now: one.id === membership?.id,
  }));
  return { frame: frameFacts(session), to, workspaces };
});

export const action = accountAction({
  choose: [
    z.object({ workspace: text, to: text }),
    async ({ session, input: { workspace, to } }) => {
      const chosen = await chooseWorkspace(session, workspace);
      return redirect(ownPath(to, "") || homeOf(chosen.role, chosen.organizationId), 303);
    },
  ],
});

export default function ChoosePage() {
  const { t } = useTranslation("account");
  const { frame, to, workspaces } = useLoaderData<typeof loader>();
  if (workspaces.length === 0)
    return (
      <AccountFrame facts={frame} title={t("choose.noneTitle")} lede={t("choose.none")}>
        <p>
          <a href={pathTo("/account")}>{t("account.title")}</a>
        </p>
      </AccountFrame>
    );
  return (
    <AccountFrame facts={frame} title={t("choose.title")} lede={t("choose.lede")}>
      <div className="form-stack">
        {workspaces.map(({ id, role, place, within, now }) => (
          <Card as="div" key={id}>
            <PageForm method="post" values={{ intent: "choose", to, workspace: id }} className="row">
              <Button wide variant={now ? "primary" : "secondary"}>
                {place}, {t(`role.${role}`)}
              </Button>
              {(within || now) && (
                <span className="meta">{[within, now && t("choose.now")].filter(Boolean).join(" · ")}</span>
              )}
            </PageForm>
          </Card>
        ))}
      </div>
    </AccountFrame>
  );
}
