import { useTranslation } from "react-i18next";
import { MarkIcon } from "./mark-icon";
import type { CallView } from "./view";

/** What is known on this call and what was done in it; on narrower screens the strip says the same. */
export function CallAside({ call }: { call: CallView }) {
  const { t } = useTranslation("intake");
  return (
    <aside className="desk-call" aria-label={t("aside.label")}>
      <section className="card card-body">
        <h2>{t("aside.thisCall")}</h2>
        {call.facts.length === 0 ? (
          <p className="meta">{t("strip.noName")}</p>
        ) : (
          <dl>
            {call.facts.map(({ label, words }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      {call.done.length > 0 && (
        <section className="card card-body">
          <h2>{t("aside.sent")}</h2>
          {call.done.map((act) => (
            <div className="done-item" key={act.id}>
              <MarkIcon mark="check" />
              <span>
                <strong>{act.title}</strong>
                <br />
                <span className="meta">{act.words}</span>
              </span>
            </div>
          ))}
        </section>
      )}
    </aside>
  );
}
