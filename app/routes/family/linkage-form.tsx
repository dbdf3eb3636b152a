import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";

/** Whether the family's records may be compared with the county's, to learn if programs help. */
export function LinkageForm({ allowed }: { allowed: boolean }) {
  const { t } = useTranslation("family");
  return (
    <Card aria-labelledby="linkage-title">
      <h2 id="linkage-title">{t("linkage.title")}</h2>
      <p>{t(allowed ? "linkage.what" : "linkage.isNo")}</p>
      <PageForm method="post" values={{ intent: allowed ? "linkageNo" : "linkageYes" }} className="mt-2">
        <Button>{t(allowed ? "linkage.no" : "linkage.yes")}</Button>
      </PageForm>
    </Card>
  );
}
