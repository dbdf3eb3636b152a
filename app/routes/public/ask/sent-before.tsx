import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { PublicPage } from "~/ui/page/public-page";
import type { AskPage } from "./describe-ask.server";
import { CallButton } from "./call-instead";
import { ProgramLine } from "./program-line";

/** Back to the form after it was sent: that it was, and nothing to send again by accident. */
export function SentBefore({ page }: { page: AskPage }) {
  const { t } = useTranslation("public");
  return (
    <PublicPage title={t("ask.doneTitle")}>
      <ProgramLine page={page} />
      <Card>
        <p>{t("ask.sentBefore")}</p>
        {page.phone && <CallButton phone={page.phone} />}
        <p className="mt-3">
          <ButtonLink href="?again">{t("ask.again")}</ButtonLink>
        </p>
      </Card>
    </PublicPage>
  );
}
