import { useTranslation } from "react-i18next";
import { Note } from "~/ui/tag";

export type ConcernView = { id: string; field: string; words: string; said: string };

/** What people say is wrong on this listing, for whoever keeps it. */
export function ConcernNotes({ concerns }: { concerns: readonly ConcernView[] }) {
  const { t } = useTranslation("listing-review");
  if (concerns.length === 0) return null;
  return (
    <Note tone="warn">
      <strong>{t("mine.concerns")}</strong>
      <ul>
        {concerns.map(({ id, field, words, said }) => (
          <li key={id}>
            {t(`public:wrong.fields.${field}`)} ({said})
            {words && <span className="break-words">: {words}</span>}
          </li>
        ))}
      </ul>
      {t("mine.concernsMore")}
    </Note>
  );
}
