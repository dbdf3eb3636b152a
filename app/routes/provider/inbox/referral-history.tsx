import { useTranslation } from "react-i18next";
import { Timeline } from "~/ui/lists";
import type { DetailView } from "./view";

/** Who, when, why; then what comes next. */
export function ReferralHistory({ detail }: { detail: DetailView }) {
  const { t } = useTranslation("provider");
  return (
    <div className="sec">
      <h3>{t("history.title")}</h3>
      <Timeline
        entries={detail.history.map(({ id, what, who, when, more }) => ({
          id,
          what,
          who,
          when: more ? `${when} · ${more}` : when,
        }))}
        next={
          detail.next && (
            <span className="meta">
              <strong>{t("history.next")}</strong> {detail.next}
            </span>
          )
        }
      />
    </div>
  );
}
