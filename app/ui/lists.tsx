import type { ReactNode } from "react";
import { Tag, type Tone } from "./tag";

export type Fact = { term: ReactNode; detail: ReactNode; key?: string };

/** Label and answer, line by line. `pairs` is the narrow form for figures in a side card. */
export function DescriptionList({ facts, pairs }: { facts: readonly Fact[]; pairs?: boolean }) {
  return (
    <dl className={pairs ? "pairs" : "sum"}>
      {facts.flatMap(({ term, detail, key }, index) => [
        <dt key={`t${key ?? index}`}>{term}</dt>,
        <dd key={`d${key ?? index}`}>{detail}</dd>,
      ])}
    </dl>
  );
}

export type TimelineEntry = {
  id: string;
  what: ReactNode;
  who?: ReactNode;
  when: ReactNode;
  more?: ReactNode;
};

/** What has happened, oldest first, then what comes next. */
export function Timeline({ entries, next }: { entries: readonly TimelineEntry[]; next?: ReactNode }) {
  return (
    <ol className="tl">
      {entries.map(({ id, what, who, when, more }) => (
        <li key={id}>
          <strong>{what}</strong>
          {who && <> {who}</>}
          <div className="meta">{when}</div>
          {more}
        </li>
      ))}
      {next && <li className="next">{next}</li>}
    </ol>
  );
}

export type Task = { href: string; name: ReactNode; state: ReactNode; tone: Tone; hint?: ReactNode };

/** Sections of a long form, each with how far it is. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ol className="tasks">
      {tasks.map(({ href, name, state, tone, hint }) => (
        <li key={href}>
          <span>
            <a href={href}>{name}</a>
            {hint && <span className="meta block">{hint}</span>}
          </span>
          <Tag tone={tone}>{state}</Tag>
        </li>
      ))}
    </ol>
  );
}
