import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { FormKey } from "~/ui/form/form-key";
import { Stepper } from "~/ui/form/stepper";
import { DescriptionList } from "~/ui/lists";
import { Tag } from "~/ui/tag";
import type { InboxView, OpeningsView } from "./view";

/** Openings now, and what the last 90 days brought. */
export function SideColumn({ view }: { view: InboxView }) {
  const { t } = useTranslation("provider");
  return (
    <aside className="cols-side" aria-label={t("side.label")}>
      {view.openings.length > 0 && (
        <section className="card card-body">
          <h2 className="mb-2">{t("side.openings")}</h2>
          {view.openings.map((openings) => (
            <Openings key={openings.serviceId} view={view} openings={openings} />
          ))}
        </section>
      )}
      <section className="card card-body">
        <h2 className="mb-2">{t("side.last90")}</h2>
        <DescriptionList
          pairs
          facts={view.performance.map(({ label, words }) => ({ term: label, detail: words }))}
        />
        <p className="hint">
          {view.performanceNote}{" "}
          <a href={pathTo("/provider/:org/results", { org: view.org })}>{t("side.more")}</a>
        </p>
      </section>
    </aside>
  );
}

function Openings({ view, openings }: { view: InboxView; openings: OpeningsView }) {
  const { t } = useTranslation("provider");
  return (
    <Form
      method="post"
      action={`${pathTo("/provider/:org/referrals", { org: view.org })}?stage=${view.stage}`}
      className="program-room"
      preventScrollReset
    >
      <button type="submit" hidden tabIndex={-1} aria-hidden="true" name="change" value="0" />
      <FormKey />
      <input type="hidden" name="intent" value="openings" />
      <input type="hidden" name="serviceId" value={openings.serviceId} />
      <input type="hidden" name="version" value={openings.version} />
      <input type="hidden" name="back" value={view.detail?.id ?? ""} />
      <h3>{openings.name}</h3>
      <div className="row">
        {!openings.byPlace && (
          <Stepper
            name="available"
            value={openings.available}
            label={t("openings.label", { name: openings.name })}
            fewer={t("openings.fewer", { name: openings.name })}
            more={t("openings.more", { name: openings.name })}
          />
        )}
        {openings.counted && !openings.byPlace ? (
          <span className="meta">{t("openings.word")}</span>
        ) : (
          <Tag tone={openings.room.tone}>{openings.room.words}</Tag>
        )}
      </div>
      {openings.byPlace && (
        <a href={pathTo("/provider/:org/listings/:id", { org: view.org, id: openings.serviceId })}>
          {t("openings.byPlace")}
        </a>
      )}
      {openings.told && <p className="hint">{openings.told}</p>}
      {openings.uses && <p className="hint">{openings.uses}</p>}
    </Form>
  );
}
