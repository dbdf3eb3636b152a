import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { PublicPage } from "~/ui/page/public-page";
import type { AskPage } from "./describe-ask.server";
import { ProgramLine } from "./program-line";

/** A program that cannot be asked here: why, and its phone. */
export function CallInstead({ page, reason }: { page: AskPage; reason: string }) {
  const { t } = useTranslation("public");
  const known = reason === "needs_signed_release" || reason === "call_first" ? reason : "other";
  return (
    <PublicPage title={t("ask.phoneTitle")}>
      <ProgramLine page={page} />
      <Card>
        <p>{t(`ask.refused.${known}`)}</p>
        {page.phone ? <CallButton phone={page.phone} /> : <p className="mt-2">{t("ask.noPhone")}</p>}
        {!page.phone &&
          (page.talk ? <CallButton phone={page.talk} ours /> : <p className="mt-2">{t("talk.none")}</p>)}
      </Card>
    </PublicPage>
  );
}

export function CallButton({ phone, ours }: { phone: NonNullable<AskPage["phone"]>; ours?: boolean }) {
  const { t } = useTranslation("public");
  return (
    <p className="mt-3">
      <ButtonLink icon="phone" href={phone.href}>
        <bdi dir="ltr">{t(ours ? "ask.callUs" : "ask.callThem", { phone: phone.words })}</bdi>
      </ButtonLink>
    </p>
  );
}
