import { useTranslation } from "react-i18next";

/** What a tree of categories is called: the two of Open Eligibility in words, else the name of its taxonomy. */
export function useTreeName(): (tree: string) => string {
  const { t } = useTranslation("admin-directory");
  return (tree) => {
    if (tree === "service") return t("categories.services");
    return tree === "situation" ? t("categories.situations") : tree;
  };
}
