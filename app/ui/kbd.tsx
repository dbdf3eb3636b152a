import type { ReactNode } from "react";

/** A key cap. `decorative` hides it from screen readers where the control already has a name. */
export function Kbd({ children, decorative }: { children: ReactNode; decorative?: boolean }) {
  return (
    <kbd dir="ltr" aria-hidden={decorative || undefined}>
      {children}
    </kbd>
  );
}

const names: Record<string, string> = {
  arrowup: "↑",
  arrowdown: "↓",
  escape: "Esc",
  enter: "Enter",
  ctrl: "Ctrl",
  alt: "Alt",
};

/** "ctrl+enter" as it is printed on keys: "Ctrl Enter". */
export function shortcutName(shortcut: string): string {
  return shortcut
    .split("+")
    .map((part) => names[part] ?? part.toUpperCase())
    .join(" ");
}
