import { Icon } from "~/ui/icon";
import type { CrisisView } from "./describe-crisis.server";

/** Whom to call first, above the results and above none. It is a landmark, and its heading can take the focus. */
export function CrisisBox({ crisis }: { crisis: CrisisView }) {
  return (
    <section className={crisis.urgent ? "crisis crisis-now" : "crisis"} aria-labelledby="crisis">
      <h2 id="crisis" tabIndex={-1}>
        {crisis.title}
      </h2>
      <ul>
        {crisis.lines.map(({ name, call, text }) => (
          <li key={call.href}>
            <a className="btn btn-p" href={call.href} aria-label={call.label}>
              <Icon name="phone" size={16} />
              <bdi dir="ltr">{call.words}</bdi>
            </a>{" "}
            <span>
              {name}
              {text && (
                <>
                  {" · "}
                  <a href={text.href}>{text.words}</a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
