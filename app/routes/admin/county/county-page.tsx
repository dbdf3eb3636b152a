import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { OwnJurisdiction } from "~/domain/jurisdiction/read-own-jurisdiction.server";
import { pathTo } from "~/paths";
import { Breadcrumbs } from "~/ui/navigation";
import { ErrorSummary } from "~/ui/form/error-summary";
import { Banner } from "~/ui/tag";
import { AdminFrame, type AdminFrameProps } from "../admin-frame";
import { HistoryCard } from "./history-card";

export type Refused = { errors: Record<string, string[]>; conflict: string | null };
/** What the form's action answered; nothing on a page that was only opened. */
export type Answer = Refused | { changes: unknown } | undefined;

/** The messages of a refused form by field, in words. */
export function useErrorWords(answer: Answer): Record<string, string> {
  const { t } = useTranslation("admin-county");
  if (!answer || !("errors" in answer)) return {};
  const other = t("errors.other");
  return Object.fromEntries(
    Object.entries(answer.errors).map(([field, [code = "other"]]) => [
      field,
      t(/^[a-z_]+$/.test(code) ? `errors.${code}` : "errors.other", { defaultValue: other }),
    ]),
  );
}

type Props = {
  frame: Pick<AdminFrameProps, "name" | "brand">;
  title: string;
  lede: string;
  own: Pick<OwnJurisdiction, "version" | "history">;
  timeZone: string;
  answer: Answer;
  errors: Record<string, string>;
  /** What the last act did. */
  notice: "saved" | "undone" | null;
  children: ReactNode;
};

/** A page of what is set for the whole county: what was refused or done, its cards, the last changes. */
export function CountyPage({ frame, title, lede, own, timeZone, answer, errors, notice, children }: Props) {
  const { t } = useTranslation("admin-county");
  const refused = answer && "errors" in answer ? answer : null;
  const list = { href: pathTo("/admin"), label: t("back") };
  const summary = Object.fromEntries(Object.entries(errors).map(([field, words]) => [field, [words]]));
  return (
    <AdminFrame
      {...frame}
      current="more"
      title={title}
      lede={lede}
      crumbs={<Breadcrumbs label={t("here")} crumbs={[list, { label: title }]} />}
    >
      {refused && (
        <ErrorSummary
          title={
            refused.conflict
              ? t(`errors.${refused.conflict}`, { defaultValue: t("errors.other") })
              : t("common:form.problem", { count: Object.keys(errors).length })
          }
          errors={summary}
        />
      )}
      {!answer && notice && <Banner>{t(`notice.${notice}`)}</Banner>}
      <div className="form-stack">
        {children}
        <HistoryCard history={own.history} version={own.version} timeZone={timeZone} />
      </div>
    </AdminFrame>
  );
}
