import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Breadcrumbs } from "~/ui/navigation";
import { usePageFacts } from "~/ui/page/page-facts";
import { Banner } from "~/ui/tag";
import { AdminFrame, type AdminFrameProps } from "../admin-frame";
import { RefusalBox, type Refused } from "./refusal-words";

type Props = Pick<AdminFrameProps, "current" | "title"> & {
  frame: Pick<AdminFrameProps, "name" | "brand">;
  /** The list that the record is of. */
  list: { href: string; label: string };
  refused: Refused;
  errors: Record<string, string[]>;
  /** What the last act did, by its name; a refusal goes before it. */
  notice?: string | null;
  children: ReactNode;
};

/** What is told by mail; where none leaves, the page says so instead. */
const mailed: readonly string[] = ["accepted", "refused", "suspended"];

/** One record of the directory: where it stands, what was refused or done, then its cards. */
export function RecordPage({ frame, current, title, list, refused, errors, notice, children }: Props) {
  const { t } = useTranslation("admin-directory");
  const { mailStays } = usePageFacts();
  const kept = mailStays && notice && mailed.includes(notice);
  return (
    <AdminFrame
      {...frame}
      current={current}
      title={title}
      crumbs={<Breadcrumbs label={list.label} crumbs={[list, { label: title }]} />}
    >
      <RefusalBox refused={refused} words={errors} />
      {!refused && notice && (
        <Banner tone={kept ? "warn" : "ok"}>{t(`notice.${kept ? `${notice}Kept` : notice}`)}</Banner>
      )}
      <div className="form-stack">{children}</div>
    </AdminFrame>
  );
}
