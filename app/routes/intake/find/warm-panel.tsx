import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { FormKey } from "~/ui/form/form-key";
import { PanelHead } from "./panel-head";
import type { PanelProps } from "./refer-panel";
import { BackToResults } from "./text-panel";

/** A transfer with the family on the line: they tell the program themselves what they wish. */
export function WarmPanel({ call, panel }: PanelProps) {
  const { t } = useTranslation("intake");
  return (
    <section className="card panel" aria-labelledby="panel-title">
      <PanelHead panel={panel} title={t("warm.title")} />
      <Form
        method="post"
        action={`${pathTo("/intake/calls/:id/refer/:program", { id: call.id, program: panel.slug })}?at=${panel.at}&how=warm`}
        preventScrollReset
      >
        <FormKey />
        <div className="panel-body">
          <ol className="steps">
            <li>{t("warm.ask")}</li>
            <li>
              {t("warm.dial")}{" "}
              {panel.phone ? (
                <strong>
                  <bdi dir="ltr">{panel.phone}</bdi>
                </strong>
              ) : (
                t("warm.noPhone")
              )}
            </li>
            <li>{t("warm.introduce")}</li>
            <li>{t("warm.leave")}</li>
          </ol>
        </div>
        <div className="panel-send">
          <div className="row">
            <Button variant="primary" name="intent" value="warm" autoFocus>
              {t("warm.done")}
            </Button>
            <BackToResults callId={call.id} at={panel.at} />
          </div>
        </div>
      </Form>
    </section>
  );
}
