import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/icon";
import { PageForm } from "~/ui/form/page-form";
import type { SpokenView } from "./describe-results.server";

/** How the words were read; each piece is taken away by a plain button. */
export function SpokenChips({ spoken, base, k }: { spoken: SpokenView; base: string; k: string }) {
  const { t } = useTranslation("public");
  return (
    <div className="spoken no-print">
      {spoken.chips.length > 0 && (
        <PageForm
          method="post"
          action={`${base}?index`}
          values={{ intent: "chip", k }}
          className="row"
          role="group"
          aria-label={t("words.readAs")}
        >
          <span className="meta">{t("words.readAs")}</span>
          {spoken.chips.map((chip) => (
            <span className="chip" key={chip.id}>
              <b>{chip.words}</b>
              <button type="submit" name="chip" value={chip.id} aria-label={chip.remove}>
                <Icon name="close" size={16} />
              </button>
            </span>
          ))}
        </PageForm>
      )}
      {spoken.notUsed && <p className="meta">{spoken.notUsed}</p>}
      {spoken.street && <p className="meta">{spoken.street}</p>}
    </div>
  );
}
