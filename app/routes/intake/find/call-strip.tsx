import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import type { CallView } from "./view";

/** The call in progress: how long, who is calling (one press changes it), and the way out to safety, never in a menu. */
export function CallStrip({
  call,
  onSafety,
  form,
}: {
  call: CallView;
  onSafety: (press: React.MouseEvent) => void;
  form?: string;
}) {
  const { t } = useTranslation("intake");
  return (
    <div className="strip" role="region" aria-label={t("strip.label")}>
      <span className="live">
        <span className={call.ended ? "live-dot live-off" : "live-dot"} aria-hidden="true" />
        <span className="w">{call.ended ? t("strip.ended") : t("strip.inProgress")}</span>{" "}
        <Elapsed seconds={call.elapsedSeconds} running={!call.ended} />
      </span>
      <WhoIsCalling call={call} />
      <span className="meta about">
        <span className="only-narrow">{call.about ?? t("strip.noName")}</span>
        {call.done.length > 0 && (
          <>
            {" "}
            ·{" "}
            <a href={pathTo("/intake/calls/:id/summary", { id: call.id })}>
              {t("strip.done", { count: call.done.length })}
            </a>
          </>
        )}
      </span>
      <div className="end">
        <Button
          small
          variant="danger"
          icon="shield"
          shortcut="alt+t"
          form={form ?? "safety-form"}
          name="intent"
          value="safety"
          formNoValidate
          onClick={onSafety}
        >
          {t("strip.safety")}
        </Button>
        {!form && (
          <Form method="post" action={pathTo("/intake/calls/:id", { id: call.id })} id="safety-form" />
        )}
        {!call.ended && (
          <Form method="post" action={pathTo("/intake/calls/:id", { id: call.id })}>
            <Button small name="intent" value="end">
              {t("strip.end")}
            </Button>
          </Form>
        )}
      </div>
    </div>
  );
}

function WhoIsCalling({ call }: { call: CallView }) {
  const { t } = useTranslation("intake");
  return (
    <Form
      method="post"
      action={pathTo("/intake/calls/:id", { id: call.id })}
      className="who"
      preventScrollReset
    >
      <span className="meta" id="who-label">
        {t("who.label")}
      </span>
      <input type="hidden" name="intent" value="caller" />
      <span className="seg" role="group" aria-labelledby="who-label">
        {(["family", "someone_else"] as const).map((caller) => (
          <button
            key={caller}
            type="submit"
            name="caller"
            value={caller}
            aria-pressed={call.caller === caller}
          >
            {t(`who.${caller}`)}
          </button>
        ))}
      </span>
    </Form>
  );
}

/** Minutes and seconds since the call began; counts on with script, stands still without. */
function Elapsed({ seconds, running }: { seconds: number; running: boolean }) {
  const { t } = useTranslation("intake");
  const [now, setNow] = useState(seconds);
  useEffect(() => {
    setNow(seconds);
    if (!running) return undefined;
    const started = Date.now() - seconds * 1000;
    const timer = setInterval(() => setNow(Math.round((Date.now() - started) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [seconds, running]);
  return (
    <span className="meta">{t("strip.elapsed", { minutes: Math.floor(now / 60), seconds: now % 60 })}</span>
  );
}
