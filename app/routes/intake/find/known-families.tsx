import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { typesOn } from "./types-on";

type Known = { householdId: string; name: string; words: string };

/** Under the strip: the families this worker knows by the number that was typed. One press says it is the same one. */
export function KnownFamilies({ callId, known }: { callId: string; known: readonly Known[] }) {
  const { t } = useTranslation("intake");
  const first = useRef<HTMLFormElement>(null);
  // Before the answer is whole a press would be refused.
  const whole = useNavigation().state === "idle";
  useEffect(() => {
    if (whole && !typesOn()) first.current?.querySelector("button")?.focus();
  }, [known, whole]);
  return (
    <section className="card card-body mb-3" aria-labelledby="known">
      <h2 id="known">{t("known.title")}</h2>
      {known.map(({ householdId, name, words }, index) => (
        <Form
          key={householdId}
          ref={index === 0 ? first : undefined}
          method="post"
          action={pathTo("/intake/calls/:id", { id: callId })}
          className="row mt-1"
          preventScrollReset
        >
          <input type="hidden" name="householdId" value={householdId} />
          <Button name="intent" value="recognized">
            {t("known.same", { name })}
          </Button>
          <span className="meta">{words}</span>
        </Form>
      ))}
      <p className="mt-1">
        <a href={`${pathTo("/intake/calls/:id", { id: callId })}#results`}>{t("known.other")}</a>
      </p>
    </section>
  );
}
