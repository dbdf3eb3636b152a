import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { Icon, type IconName } from "./icon";

export type Tone = "ok" | "warn" | "bad" | "info" | "neu";

const toneClass: Record<Tone, string> = {
  ok: "tone-ok",
  warn: "tone-warn",
  bad: "tone-bad",
  info: "tone-info",
  neu: "tone-neu",
};
export const toneIcon: Record<Tone, IconName> = {
  ok: "check",
  warn: "clock",
  bad: "warn",
  info: "info",
  neu: "flat",
};

/** A state in words with an icon; colour is never alone. */
export function Tag({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`tag ${toneClass[tone]}`}>
      <Icon name={icon ?? toneIcon[tone]} size={13} />
      <span>{children}</span>
    </span>
  );
}

/**
 * What just happened, said in the page (role=status), with room for an Undo form. It stays until the next page, and takes
 * the focus, with or without script: the button that was pressed is often gone.
 */
export function Banner({
  tone = "ok",
  children,
  undo,
}: {
  tone?: Tone;
  children: ReactNode;
  undo?: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { key } = useLocation();
  useEffect(() => box.current?.focus({ preventScroll: key === "default" }), [key]);
  return (
    <div ref={box} className={`banner ${toneClass[tone]} no-print`} role="status" tabIndex={-1} autoFocus>
      <Icon name={toneIcon[tone]} size={18} />
      <p>{children}</p>
      {undo}
    </div>
  );
}

/** A standing remark above something, as "these numbers do not show cause". */
export function Note({
  tone = "info",
  icon = "warn",
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <div className={`note ${toneClass[tone]}`}>
      <Icon name={icon} size={17} />
      <div>{children}</div>
    </div>
  );
}
