import { useTranslation } from "react-i18next";
import { answers, reasonCodes, type Answer } from "~/domain/linkage/settle-readings";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Fieldset } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { Kbd, shortcutName } from "~/ui/kbd";

/** One key an answer and reason; Enter keeps it. */
export const answerKeys: Readonly<Record<Answer, readonly string[]>> = {
  same: ["1", "2", "3", "4", "5", "6"],
  different: ["a", "s", "d", "f", "g"],
  not_enough: ["z", "x", "c"],
  split: ["v", "b"],
};

type Props = { personHash: string; childHash: string; error?: string };

/** The answers to a pair, each with its reasons. Nothing is chosen before the reader chooses. */
export function AnswerForm({ personHash, childHash, error }: Props) {
  const { t } = useTranslation("linkage");
  return (
    <Card aria-labelledby="answer">
      <h2 id="answer">{t("pair.answer")}</h2>
      <PageForm method="post" values={{ intent: "decide", personHash, childHash }}>
        <Fieldset id="said" legend={t("pair.answer")} quietLegend error={error}>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {answers.map((answer) => (
              <Fieldset key={answer} legend={t(`answer.${answer}`)}>
                <div className="opts opts-column">
                  {reasonCodes[answer].map((reason, at) => (
                    <label key={reason} className="opt">
                      <input
                        type="radio"
                        name="said"
                        value={`${answer}:${reason}`}
                        data-key={answerKeys[answer][at]}
                      />
                      <span>
                        {t(`reason.${reason}`)}{" "}
                        <Kbd decorative>{shortcutName(answerKeys[answer][at] ?? "")}</Kbd>
                      </span>
                    </label>
                  ))}
                </div>
              </Fieldset>
            ))}
          </div>
        </Fieldset>
        <p className="row mt-3">
          <Button variant="primary" shortcut="ctrl+enter">
            {t("pair.send")}
          </Button>
        </p>
      </PageForm>
    </Card>
  );
}
