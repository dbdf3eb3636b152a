import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import type { CallView, ResultsView } from "./view";

/** Nothing fits: which piece of the search to take away, and what that would bring. */
export function NoneFits({ call, results }: { call: CallView; results: ResultsView }) {
  const { t } = useTranslation("intake");
  return (
    <div className="card empty">
      <p>{t("results.noneWhy")}</p>
      {results.wider.length > 0 && (
        <Form
          method="post"
          action={pathTo("/intake/calls/:id", { id: call.id })}
          className="row"
          preventScrollReset
        >
          <input type="hidden" name="intent" value="remove" />
          {results.wider.map(({ id, words }) => (
            <Button key={id} small name="chip" value={id}>
              {words}
            </Button>
          ))}
        </Form>
      )}
    </div>
  );
}
