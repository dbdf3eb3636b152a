import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { FormKey } from "~/ui/form/form-key";
import { Note } from "~/ui/tag";
import { usePageFacts } from "~/ui/page/page-facts";
import { PanelHead } from "./panel-head";
import type { PanelProps } from "./refer-panel";
import { BackToResults } from "./text-panel";

/** A program of whose organization nobody answers here: nothing is sent and no time is promised; the phone is. */
export function NobodyPanel({ call, panel, refused }: PanelProps) {
  const { t } = useTranslation("intake");
  const path = pathTo("/intake/calls/:id/refer/:program", { id: call.id, program: panel.slug });
  const to = (how: string) => `${path}?at=${panel.at}&how=${how}`;
  return (
    <section className="card panel" aria-labelledby="panel-title">
      <PanelHead panel={panel} title={t("nobody.title")} />
      <div className="panel-body">
        {refused && (
          <p className="field-error" role="alert">
            {refused}
          </p>
        )}
        <Note tone="warn" icon="phone">
          {t("nobody.call")}{" "}
          <strong className="whitespace-nowrap">
            {panel.phone ? <bdi dir="ltr">{panel.phone}</bdi> : t("warm.noPhone")}
          </strong>
        </Note>
        <p>{t(call.caller === "family" ? "nobody.family" : "nobody.other")}</p>
        {panel.nobody && <Invite path={`${path}?at=${panel.at}`} nobody={panel.nobody} />}
      </div>
      <div className="panel-send">
        <div className="row">
          {call.caller === "family" && (
            <Link className="btn btn-p" to={to("warm")} preventScrollReset autoFocus>
              {t("acts.warm")}
            </Link>
          )}
          <Link className="btn" to={to("text")} preventScrollReset autoFocus={call.caller !== "family"}>
            {t("refer.textInstead")}
          </Link>
          <BackToResults callId={call.id} at={panel.at} />
        </div>
      </div>
    </section>
  );
}

type Nobody = NonNullable<PanelProps["panel"]["nobody"]>;
/** By a letter to its public address, once a month; where it has none, by the address of the page to read out. */
function Invite({ path, nobody }: { path: string; nobody: Nobody }) {
  const { t } = useTranslation("intake");
  const { mailStays } = usePageFacts();
  if (nobody.invited) return <p className="meta">{t("nobody.invited", { when: nobody.invited })}</p>;
  if (mailStays || !nobody.mayInvite)
    return (
      <p className="meta">
        {t(mailStays ? "nobody.linkKept" : "nobody.noAddress")} <bdi dir="ltr">{nobody.claimLink}</bdi>
      </p>
    );
  return (
    <Form method="post" action={path} preventScrollReset>
      <FormKey />
      <p className="meta">{t("nobody.inviteWhat")}</p>
      <p className="mt-1">
        <Button small name="intent" value="invite">
          {t("nobody.invite")}
        </Button>
      </p>
    </Form>
  );
}
