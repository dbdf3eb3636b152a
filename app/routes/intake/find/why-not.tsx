import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Kbd } from "~/ui/kbd";
import { MarkIcon } from "./mark-icon";
import type { FitView, PanelView } from "./view";

/** The opened program beside what the call asks for: one press says each rule that it fails, or that it fails none. */
export function WhyNot({ callId, panel }: { callId: string; panel: PanelView }) {
  const { t } = useTranslation("intake");
  if (panel.fit) return <Fit fit={panel.fit} />;
  const here = pathTo("/intake/calls/:id/refer/:program", { id: callId, program: panel.slug });
  return (
    <p>
      <Link to={`${here}?at=${panel.at}&how=open&fit=1#fit`} data-key="y" preventScrollReset>
        {t("fit.ask")}
      </Link>{" "}
      <Kbd decorative>Y</Kbd>
    </p>
  );
}

function Fit({ fit: { fails, notes } }: { fit: FitView }) {
  const { t } = useTranslation("intake");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="left-out" aria-labelledby="fit">
      <h3 id="fit" ref={title} tabIndex={-1}>
        {t("fit.title")}
      </h3>
      {fails.length > 0 && (
        <ul className="fits">
          {fails.map((words) => (
            <li key={words} className="doubt">
              <MarkIcon mark="x" />
              {words}
            </li>
          ))}
        </ul>
      )}
      {notes.map((words) => (
        <p key={words} className="meta">
          {words}
        </p>
      ))}
    </section>
  );
}
