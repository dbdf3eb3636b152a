import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { DescriptionList } from "~/ui/lists";
import { PanelHead } from "./panel-head";
import type { PanelProps } from "./refer-panel";
import { BackToResults } from "./text-panel";
import { WhyNot } from "./why-not";

/** Everything about one program, beside the results. */
export function OpenPanel({ call, panel }: PanelProps) {
  const { t } = useTranslation("intake");
  const refer =
    call.caller === "family"
      ? `${pathTo("/intake/calls/:id/refer/:program", { id: call.id, program: panel.slug })}?at=${panel.at}`
      : `${pathTo("/intake/calls/:id/outreach", { id: call.id })}?at=${panel.at}&program=${panel.slug}`;
  return (
    <section className="card panel" aria-labelledby="panel-title">
      <PanelHead panel={panel} title="" />
      <div className="panel-body" tabIndex={0} role="region" aria-label={t("fit.facts")}>
        <WhyNot callId={call.id} panel={panel} />
        <DescriptionList facts={panel.facts.map(({ label, words }) => ({ term: label, detail: words }))} />
      </div>
      <div className="panel-send">
        <div className="row">
          {panel.canRefer && (
            <Link className="btn btn-p" to={refer} preventScrollReset>
              {call.caller === "family" ? t("acts.refer") : t("acts.reachOut")}
            </Link>
          )}
          <BackToResults callId={call.id} at={panel.at} />
        </div>
      </div>
    </section>
  );
}
