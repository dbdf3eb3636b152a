import { useTranslation } from "react-i18next";
import type { DuplicateEvidence } from "~/domain/directory/duplicates/duplicate-evidence";
import { Tag } from "~/ui/tag";

/** Every rule that was tried, in words; `held` alone for the list. */
export function RuleTags({ evidence, all }: { evidence: DuplicateEvidence; all?: boolean }) {
  const { t } = useTranslation("admin-directory");
  const shown = all ? evidence : evidence.filter(({ held }) => held);
  return (
    <span className="row">
      {shown.map(({ rule, held, finding }) => (
        <Tag key={rule} tone={held ? "warn" : "neu"} icon={held ? "check" : "flat"}>
          {t(held ? `rule.${rule}` : `rule.not.${rule}`, { finding: finding ?? "" })}
        </Tag>
      ))}
    </span>
  );
}
