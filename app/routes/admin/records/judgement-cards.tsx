import { useTranslation } from "react-i18next";
import type { RecordsRun } from "~/domain/reports/extracts/list-records-runs.server";
import { qualityChecks, type CheckedQuality } from "~/domain/reports/extracts/quality-checks";
import type { Jump } from "~/domain/reports/extracts/extract-jumps";
import { useFormat } from "~/locales/use-format";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { Note, Tag, type Tone } from "~/ui/tag";

type Extract = NonNullable<RecordsRun["extract"]>;
const tones: Record<CheckedQuality["status"], Tone> = { pass: "ok", warn: "warn", block: "bad", few: "neu" };

/** Whether measures wait for somebody to say why the extract is right. */
export const isHeld = ({ jumps, decisions }: Extract): boolean => jumps.length > 0 && decisions.length === 0;

function limitOf(id: string): { most?: number; least?: number; measures: readonly string[] } {
  return qualityChecks.find((check) => check.id === id) ?? { measures: [] };
}

/** The federal data-quality limits, each with how the extract stands against it. */
export function QualityCard({ checks, timeZone }: { checks: CheckedQuality[]; timeZone: string }) {
  const { t } = useTranslation("admin-records");
  const format = useFormat(timeZone);
  if (checks.length === 0) return null;
  const limit = (id: string): string => {
    const { most, least } = limitOf(id);
    const share = format.percent(most ?? least ?? 0);
    return t(most === undefined ? "quality.least" : "quality.most", { share });
  };
  return (
    <DataTable
      caption={t("quality.title")}
      columns={[
        {
          ...{ key: "check", label: t("quality.check"), header: true },
          cell: ({ id, status }) => (
            <>
              {t(`quality.checks.${id}`)}
              {status === "block" && (
                <span className="meta block">
                  {t("quality.blocks", { measures: limitOf(id).measures.join(", ") })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "share",
          label: t("quality.share"),
          number: true,
          cell: ({ share }) => format.percent(share, 1),
        },
        { key: "of", label: t("quality.of"), number: true, cell: ({ of }) => format.number(of) },
        { key: "limit", label: t("quality.limit"), cell: ({ id }) => limit(id) },
        {
          ...{ key: "status", label: t("state") },
          cell: ({ status }) => <Tag tone={tones[status]}>{t(`quality.status.${status}`)}</Tag>,
        },
      ]}
      rows={checks}
      rowKey={({ id }) => id}
    />
  );
}

function useJumpWords(timeZone: string): (jump: Jump) => string {
  const { t } = useTranslation("admin-records");
  const format = useFormat(timeZone);
  return ({ kind, table, column, before, now }) => {
    const said =
      kind === "rows" || kind === "missing" ? format.number : (share: number) => format.percent(share);
    const words = { table: t(`tableNames.${table}`), column, before: said(before), now: said(now) };
    return t(`jumps.${kind}`, words);
  };
}

/** Where it differs from the extract before by more than the limits, and whether measures wait for somebody's word. */
export function JumpsCard({ extract, timeZone }: { extract: Extract; timeZone: string }) {
  const { t } = useTranslation("admin-records");
  const words = useJumpWords(timeZone);
  if (extract.jumps.length === 0) return null;
  return (
    <Card aria-labelledby="jumps">
      <h2 id="jumps">{t("jumps.title")}</h2>
      {isHeld(extract) && <Note tone="warn">{t("jumps.held")}</Note>}
      <ul className="form-stack mt-2">
        {extract.jumps.map((jump) => (
          <li key={`${jump.kind} ${jump.table} ${jump.column}`}>{words(jump)}</li>
        ))}
      </ul>
    </Card>
  );
}

/** What people decided about the extract, and why. */
export function DecisionsCard({ extract, timeZone }: { extract: Extract; timeZone: string }) {
  const { t } = useTranslation("admin-records");
  const format = useFormat(timeZone);
  if (extract.decisions.length === 0) return null;
  return (
    <Card aria-labelledby="decisions">
      <h2 id="decisions">{t("decisions.title")}</h2>
      <ul className="form-stack mt-2">
        {extract.decisions.map(({ kind, reason, byName, at }) => (
          <li key={kind}>
            {t(`decisions.${kind}`, { name: byName ?? t("byCommand"), when: format.dateTime(at) })}
            <span className="meta block">{reason}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
