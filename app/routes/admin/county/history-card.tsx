import { useTranslation } from "react-i18next";
import type { JurisdictionChange } from "~/domain/jurisdiction/read-own-jurisdiction.server";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card, Details } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { ChangesTable } from "./changes-table";

type Props = { history: readonly JurisdictionChange[]; version: number; timeZone: string };

/** The last changes, the newest with a button that puts it back. */
export function HistoryCard({ history, version, timeZone }: Props) {
  const { t } = useTranslation("admin-county");
  const format = useFormat(timeZone);
  return (
    <Card aria-labelledby="history">
      <h2 id="history">{t("history.title")}</h2>
      {history.length === 0 && <p>{t("history.none")}</p>}
      {history.map(({ version: made, at, by, changes }) => (
        <Details
          key={made}
          open={made === version}
          summary={t(by ? "history.lineBy" : "history.line", {
            ...{ version: made, when: format.dateTime(at), name: by },
          })}
        >
          <ChangesTable changes={changes} timeZone={timeZone} />
          {made === version && (
            <PageForm method="post" className="mt-2" values={{ intent: "undo", version }}>
              <Button>{t("history.undo")}</Button>
            </PageForm>
          )}
        </Details>
      ))}
    </Card>
  );
}
