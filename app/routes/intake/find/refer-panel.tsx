import { Form, Link } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Kbd, shortcutName } from "~/ui/kbd";
import { Checkbox } from "~/ui/form/choices";
import { ErrorSummary } from "~/ui/form/error-summary";
import { useLineCut } from "~/ui/stay-when-cut";
import { Note } from "~/ui/tag";
import { AskBeforeSharing } from "./ask-before-sharing";
import { FamilyFields } from "./family-fields";
import { NeedsToTick } from "./needs-to-tick";
import { PanelHead } from "./panel-head";
import { useDraft } from "./use-draft";
import type { CallView, PanelView } from "./view";
import { WhyAgain } from "./why-again";

export type PanelProps = {
  call: CallView;
  panel: PanelView;
  errors?: Record<string, string[]>;
  refused?: string | null;
};

/** Refer: the facts that decide fit, the family's own fields, the words to read, the answer, Send (always on screen). */
export function ReferPanel({ call, panel, errors = {}, refused }: PanelProps) {
  const { t } = useTranslation("intake");
  const form = useRef<HTMLFormElement>(null);
  const filled = useDraft(form, call.id, panel.draft);
  const failed = refused ?? (Object.keys(errors).length > 0 ? t("refer.notSent") : null);
  return (
    <section className="card panel" aria-labelledby="panel-title">
      <PanelHead panel={panel} title={t("refer.title")} />
      <Form
        ref={form}
        id="refer"
        data-keep="longer"
        method="post"
        action={`${pathTo("/intake/calls/:id/refer/:program", { id: call.id, program: panel.slug })}?at=${panel.at}`}
        noValidate
        preventScrollReset
      >
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" name="intent" value="send" />
        <input type="hidden" name="formKey" value={panel.formKey} />
        <input type="hidden" name="program" value={panel.slug} />
        <KnownFacts known={panel.known} />
        <div className="panel-body">
          {failed && (
            <ErrorSummary title={failed} errors={errors}>
              <p>{t("refer.kept")}</p>
            </ErrorSummary>
          )}
          <FamilyFields
            draft={panel.draft}
            name={filled.name}
            errors={errors}
            focus={!panel.carried && !failed}
          />
          {panel.needsRelease ? (
            <NeedsRelease call={call} panel={panel} />
          ) : (
            <AskBeforeSharing
              panel={panel}
              filled={filled}
              error={errors.answer?.[0]}
              focus={panel.carried && !failed}
            />
          )}
          {!panel.needsRelease && <NeedsToTick needs={panel.needs} />}
          <WhyAgain errors={errors} />
          {panel.stale && (
            <div className={errors.calledAhead && "field-bad"}>
              <Note tone="warn">{t("refer.stale")}</Note>
              {errors.calledAhead && <p className="field-error">{errors.calledAhead[0]}</p>}
              <Checkbox id="calledAhead" name="calledAhead" label={t("refer.calledAhead")} />
            </div>
          )}
        </div>
        <SendRow call={call} panel={panel} />
      </Form>
    </section>
  );
}

/** What the call knew when this was drawn goes with the form: another tab's later search is not what was agreed to here. */
function KnownFacts({ known }: { known: PanelView["known"] }) {
  return (
    <>
      <input type="hidden" name="postalCode" value={known.postalCode ?? ""} />
      <input type="hidden" name="language" value={known.language} />
      {known.interpreter && <input type="hidden" name="interpreter" value="yes" />}
      {known.childAgesMonths.map((age) => (
        <input key={age} type="hidden" name="age" value={age} />
      ))}
    </>
  );
}

/** A spoken yes is not enough here: say so and offer the ways that are open. */
function NeedsRelease({ call, panel }: { call: CallView; panel: PanelView }) {
  const { t } = useTranslation("intake");
  const base = `${pathTo("/intake/calls/:id/refer/:program", { id: call.id, program: panel.slug })}?at=${panel.at}`;
  return (
    <div className="consent">
      <strong>{t("release.title")}</strong>
      <p>{t("release.why")}</p>
      <p className="row">
        <Link className="btn btn-s" to={`${base}&how=warm`}>
          {t("acts.warm")}
        </Link>
        <Link className="btn btn-s" to={`${base}&how=text`}>
          {t("release.text")}
        </Link>
      </p>
    </div>
  );
}

function SendRow({ call, panel }: Omit<PanelProps, "errors">) {
  const { t } = useTranslation(["intake", "common"]);
  const cut = useLineCut();
  return (
    <div className="panel-send">
      <div className="row">
        {!panel.needsRelease && (
          <Button variant="primary" name="intent" value="send" shortcut="ctrl+enter">
            {cut ? (
              t("common:words.notSent")
            ) : (
              <>
                <span className="if-yes">{t("refer.send")}</span>
                <span className="if-no">{t("refer.textInstead")}</span>
              </>
            )}
          </Button>
        )}
        <Link
          className="btn"
          to={`${pathTo("/intake/calls/:id", { id: call.id })}?at=${panel.at}`}
          data-key="escape"
          preventScrollReset
        >
          {t("refer.cancel")} <Kbd decorative>{shortcutName("escape")}</Kbd>
        </Link>
      </div>
      {panel.due && !panel.needsRelease && (
        <p className="hint">
          {t("refer.until")} <strong className="text-ink">{panel.due}</strong> {t("refer.toReply")}
        </p>
      )}
    </div>
  );
}
