import { useTranslation } from "react-i18next";
import type { MailState } from "~/domain/kernel/index.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { MailOutcome } from "./outbox-words";

type Props = { state: Pick<MailState, "own" | "test">; leaves: boolean; timeZone: string };

/** Whether mails leave: one to the administrator's own address, and what became of the last. */
export function TestMailCard({ state: { own, test }, leaves, timeZone }: Props) {
  const { t } = useTranslation("admin");
  const format = useFormat(timeZone);
  return (
    <Card aria-labelledby="test">
      <h2 id="test">{t("outbox.test.title")}</h2>
      {leaves ? (
        <>
          <p className="meta">{t("outbox.test.lede", { own })}</p>
          <PageForm method="post" values={{ intent: "test" }} className="mt-2">
            <Button>{t("outbox.test.send")}</Button>
          </PageForm>
        </>
      ) : (
        <p className="meta">{t("outbox.test.none")}</p>
      )}
      {test && leaves && (
        <div className="mt-3">
          <p>{t("outbox.test.last", { when: format.dateTime(test.createdAt) })}</p>
          <MailOutcome mail={test} />
          {test.status === "sent" && !test.kept && <p className="meta">{t("outbox.test.sent")}</p>}
          {["pending", "sending"].includes(test.status) && (
            <p>
              <a href={`${pathTo("/admin/outbox")}#test`}>{t("outbox.test.look")}</a>
            </p>
          )}
        </div>
      )}
    </Card>
  );
}
