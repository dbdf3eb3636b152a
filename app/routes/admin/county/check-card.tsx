import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FactChange } from "~/domain/jurisdiction/changes-between";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { ChangesTable } from "./changes-table";

type Props = {
  changes: readonly FactChange[];
  timeZone: string;
  /** What was typed, to be sent again. */
  typed: Record<string, string | number>;
  /** Who notices, and from when it counts. */
  children: ReactNode;
};

/** What a change does, before it is made. The form below keeps what was typed, for whoever wants it otherwise. */
export function CheckCard({ changes, timeZone, typed, children }: Props) {
  const { t } = useTranslation("admin-county");
  return (
    <Card aria-labelledby="check">
      <h2 id="check">{t("check.title")}</h2>
      <ChangesTable changes={changes} timeZone={timeZone} />
      <h3 className="mt-3">{t("check.who")}</h3>
      {children}
      <PageForm method="post" className="row mt-3" values={{ ...typed, intent: "save" }}>
        <Button variant="primary">{t("check.save")}</Button>
      </PageForm>
      <p className="meta mt-2">{t("check.other")}</p>
    </Card>
  );
}
