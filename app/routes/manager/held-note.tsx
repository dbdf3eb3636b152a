import { useTranslation } from "react-i18next";
import type { HeldExtract } from "~/domain/reports/extracts/held-extract";
import { Note } from "~/ui/tag";

/** That the numbers stay those of before, and why; nothing where nothing holds them. */
export function HeldNote({ held }: { held: HeldExtract | null }) {
  const { t } = useTranslation("manager");
  return held && <Note tone="warn">{t(`held.${held.why}`, { number: held.number })}</Note>;
}
