import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { MarkIcon } from "./mark-icon";
import type { MisfitView } from "./view";

/** Programs that the worker may look for in vain: one press says which rule leaves each out. */
export function LeftOut({
  callId,
  at,
  misfits,
}: {
  callId: string;
  at: number;
  misfits: MisfitView[] | null;
}) {
  const { t } = useTranslation("intake");
  if (misfits) return <Misfits callId={callId} at={at} misfits={misfits} />;
  return (
    <p className="meta">
      <Link to={`${pathTo("/intake/calls/:id", { id: callId })}?at=${at}&why=1#why`} preventScrollReset>
        {t("why.ask")}
      </Link>
    </p>
  );
}

type MisfitsProps = { callId: string; at: number; misfits: MisfitView[] };

function Misfits({ callId, at, misfits }: MisfitsProps) {
  const { t } = useTranslation("intake");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="card card-body left-out" aria-labelledby="why">
      <h3 id="why" ref={title} tabIndex={-1}>
        {t("why.title")}
      </h3>
      {misfits.length === 0 ? <p>{t("why.none")}</p> : <p className="meta">{t("why.off")}</p>}
      <ul>
        {misfits.map(({ slug, name, where, fails }) => (
          <li key={slug}>
            <Link
              to={`${pathTo("/intake/calls/:id/refer/:program", { id: callId, program: slug })}?at=${at}&how=open`}
              preventScrollReset
            >
              {name}
            </Link>{" "}
            <span className="meta">{where}</span>
            <span className="res-why">
              {fails.map((words) => (
                <span className="doubt" key={words}>
                  <MarkIcon mark="x" />
                  {words}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
