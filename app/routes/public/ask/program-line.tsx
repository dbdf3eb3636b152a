import { useTranslation } from "react-i18next";
import type { AskPage } from "./describe-ask.server";

/** Which program this is about, and of whom. */
export function ProgramLine({
  page,
}: {
  page: Pick<AskPage, "program" | "name" | "nameLanguage" | "organization">;
}) {
  const { t } = useTranslation("public");
  return (
    <p className="mb-3">
      {t("ask.about")}{" "}
      <a href={page.program} lang={page.nameLanguage}>
        {page.name}
      </a>
      , <span lang="en">{page.organization}</span>
    </p>
  );
}
