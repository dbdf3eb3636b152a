import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Kbd, shortcutName } from "~/ui/kbd";
import { FormKey } from "~/ui/form/form-key";
import { PanelHead } from "./panel-head";
import type { PanelProps } from "./refer-panel";

/** The program's own facts for the family, to text or to read; nothing about the family goes to the program. */
export function TextPanel({ call, panel, refused }: PanelProps) {
  const { t } = useTranslation("intake");
  const words = [
    panel.name,
    panel.organization,
    panel.phone,
    ...panel.facts.filter(({ short }) => short).map((fact) => fact.words),
  ]
    .filter(Boolean)
    .join("\n");
  return (
    <section className="card panel" aria-labelledby="panel-title">
      <PanelHead panel={panel} title={t("text.title")} />
      <Form
        method="post"
        action={`${pathTo("/intake/calls/:id/refer/:program", { id: call.id, program: panel.slug })}?at=${panel.at}&how=text`}
        preventScrollReset
      >
        <FormKey />
        <div className="panel-body">
          {refused && (
            <p className="field-error" role="alert">
              {refused}
            </p>
          )}
          <p>{t("text.explain")}</p>
          <label className="lab" htmlFor="details">
            {t("text.words")}
          </label>
          <p>
            <Link
              to={`${pathTo("/intake/calls/:id/list", { id: call.id })}?program=${panel.slug}`}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t("text.takeAlong")}
            </Link>
          </p>
          <textarea className="in details-text" id="details" readOnly value={words} rows={6} autoFocus />
        </div>
        <div className="panel-send">
          <div className="row">
            <Button variant="primary" name="intent" value="text">
              {t("text.send")}
            </Button>
            <BackToResults callId={call.id} at={panel.at} />
          </div>
        </div>
      </Form>
    </section>
  );
}

/** Back to the same result, which gets the focus again. */
export function BackToResults({ callId, at }: { callId: string; at: number }) {
  const { t } = useTranslation("intake");
  return (
    <Link
      className="btn"
      to={`${pathTo("/intake/calls/:id", { id: callId })}?at=${at}`}
      data-key="escape"
      preventScrollReset
    >
      {t("refer.cancel")} <Kbd decorative>{shortcutName("escape")}</Kbd>
    </Link>
  );
}
