import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { DescriptionList } from "~/ui/lists";

/** The workspace in use, the second step, and the way out. */
export function SignInFacts({
  workspace,
  canSwitch,
  twoFactorOn,
}: {
  workspace: { role: string; place: string } | null;
  canSwitch: boolean;
  /** False for who signs in at the agency, which has its own. */
  twoFactorOn: boolean;
}) {
  const { t } = useTranslation("account");
  const place = workspace && (
    <>
      {workspace.place}, {t(`role.${workspace.role}`)}
      {canSwitch && (
        <>
          {" "}
          · <a href={pathTo("/choose")}>{t("account.switch")}</a>
        </>
      )}
    </>
  );
  const facts = [
    ...(place ? [{ term: t("account.workspace"), detail: place, key: "workspace" }] : []),
    {
      term: t("twoFactor.title"),
      detail: (
        <>
          {t(twoFactorOn ? "account.twoFactorOn" : "account.twoFactorAgency")}{" "}
          <a href={pathTo("/account/two-factor")}>
            {t(twoFactorOn ? "account.twoFactorLink" : "account.twoFactorOwn")}
          </a>
        </>
      ),
      key: "step",
    },
  ];
  return (
    <Card aria-labelledby="safety">
      <h2 id="safety">{t("account.safety")}</h2>
      <DescriptionList facts={facts} />
      <PageForm method="post" action={pathTo("/sign-out")} values={{ intent: "sign-out" }}>
        <Button>{t("common:action.signOut")}</Button>
      </PageForm>
    </Card>
  );
}
