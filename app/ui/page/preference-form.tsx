import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { pathTo } from "~/paths";

/** One choice kept on this device (language, shortcuts, text size): a plain form that comes back to the same page. */
export function PreferenceForm({
  name,
  value,
  lang,
  children,
}: {
  name: "lang" | "shortcuts" | "text";
  value: string;
  lang?: string;
  children: ReactNode;
}) {
  const { pathname, search } = useLocation();
  return (
    <form method="post" action={pathTo("/preferences")} className="inline">
      <input type="hidden" name="intent" value="keep" />
      <input type="hidden" name="back" value={pathname + search} />
      <button type="submit" name={name} value={value} lang={lang}>
        {children}
      </button>
    </form>
  );
}
