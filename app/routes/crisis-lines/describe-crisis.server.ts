import { type CrisisCause, crisisLines, crisisLinesOf } from "~/domain/directory/search/crisis-lines";
import type { Danger } from "~/domain/directory/search/danger-words";
import { formatPhone } from "~/locales/format";
import type { Words } from "~/locales/words";

export interface CrisisLineView {
  name: string;
  call: { words: string; href: string; label: string };
  /** Words to send, and where to. */
  text: { words: string; href: string } | null;
}
/** Who to call before any program is looked at. */
export interface CrisisView {
  title: string;
  /** Somebody is in danger: more urgent than a search for a crisis line. */
  urgent: boolean;
  lines: CrisisLineView[];
}

const href = (scheme: "tel" | "sms", number: string) => `${scheme}:${number.replace(/[^\d+]/g, "")}`;

/**
 * The lines above a search's results; null when neither danger was told nor a crisis line was looked for. Made at the
 * moment of looking: nothing of it is kept.
 */
export function describeCrisis(
  { t }: Pick<Words, "t">,
  asked: { dangers: readonly Danger[]; needs: readonly string[]; crisisPhone: string | null },
  reader: "family" | "staff",
): CrisisView | null {
  const { dangers, needs, crisisPhone } = asked;
  const wished: CrisisCause[] = needs.includes("crisis_help") ? ["crisis"] : [];
  const causes = [...dangers, ...wished];
  if (causes.length === 0) return null;
  const lines = crisisLinesOf(causes, crisisPhone).map((line): CrisisLineView => {
    const { call, text } = line === "local" ? { call: crisisPhone ?? "", text: null } : crisisLines[line];
    const name = t(`crisis:line.${line}`);
    const words = line === "local" ? formatPhone(call) : call;
    return {
      name,
      call: { words, href: href("tel", call), label: t("crisis:call", { name, phone: words }) },
      text: text && { words: t(`crisis:text.${line}`), href: href("sms", text) },
    };
  });
  const kind = dangers.length > 1 ? "several" : (dangers[0] ?? "crisis");
  const title = t(`crisis:${reader === "staff" ? "staff" : "title"}.${kind}`);
  return { title, urgent: dangers.length > 0, lines };
}
