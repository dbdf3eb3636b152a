import { useTranslation } from "react-i18next";
import { useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { MarkIcon } from "./mark-icon";
import type { PanelView } from "./view";

/** Only what decides fit. */
export function PanelHead({ panel, title }: { panel: PanelView; title: string }) {
  const { t } = useTranslation("intake");
  const language = useLanguage();
  return (
    <header className="panel-head">
      <h2 id="panel-title" tabIndex={-1} data-focus>
        <span>{title}</span> {panel.name}
      </h2>
      <p>
        <span className={`tag tone-${panel.room.tone}`}>
          <MarkIcon mark={panel.room.mark} />
          {panel.room.words}
        </span>
      </p>
      <p className="meta">
        {[panel.organization, panel.where, panel.replies].filter(Boolean).join(" · ")}{" "}
        {/* In a tab of its own: the call stays as it is. */}
        <a
          href={pathTo("/:lang/programs/:slug/wrong", { lang: language, slug: panel.slug })}
          target="_blank"
          rel="noopener noreferrer"
        >
          {t("refer.wrong")}
        </a>
      </p>
      {panel.ticks.length + panel.asks.length > 0 && (
        <ul className="fits" aria-label={t("refer.fits")}>
          {panel.ticks.map((words) => (
            <li key={words}>
              <MarkIcon mark="check" />
              {words}
            </li>
          ))}
          {panel.asks.map((words) => (
            <li key={words} className="doubt">
              <MarkIcon mark="warn" />
              {words}
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}
