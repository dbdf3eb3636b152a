import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Kbd } from "~/ui/kbd";
import { ErrorSummary } from "~/ui/form/error-summary";
import { TextField } from "~/ui/form/text-field";
import { PanelHead } from "./panel-head";
import type { PanelProps } from "./refer-panel";

/** The program's own facts go to the family's phone; nothing about the family goes to the program. */
export function TextPanel({ call, panel, errors = {}, refused }: PanelProps) {
  const { t } = useTranslation("intake");
  const failed = refused ?? (Object.keys(errors).length > 0 ? t("refer.notSent") : null);
  return (
    <section className="card panel" aria-labelledby="panel-title">
      <PanelHead panel={panel} title={t("text.title")} />
      <Form method="post" action={`/intake/calls/${call.id}/refer/${panel.slug}?at=${panel.at}&how=text`} noValidate preventScrollReset>
        <div className="panel-body">
          {failed && <ErrorSummary title={failed} errors={errors} />}
          <p>{t("text.explain")}</p>
          <TextField
            label={t("text.phone")} name="phone" defaultValue={panel.draft.phone} error={errors.phone?.[0]} type="tel" inputMode="tel"
            maxLength={40} autoComplete="off" dir="ltr" autoFocus={!failed}
          />
        </div>
        <div className="panel-send">
          <div className="row">
            <Button variant="primary" name="intent" value="text">{t("text.send")}</Button>
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
    <Link className="btn" to={`/intake/calls/${callId}?at=${at}`} data-key="escape" preventScrollReset>
      {t("refer.cancel")} <Kbd decorative>Esc</Kbd>
    </Link>
  );
}
