import { useTranslation } from "react-i18next";
import { Card } from "~/ui/card";
import { PublicPage } from "~/ui/page/public-page";
import { AsPage } from "./as-page";
import type { AskPage } from "./describe-ask.server";
import { CallButton } from "./call-instead";
import { ProgramLine } from "./program-line";

type Done = {
  organization: string;
  way: string;
  messageOk: boolean;
  number: string;
  when: string | null;
  link: { href: string; until: string } | null;
};

/** What happens next and by when, and the private link, shown this once. */
export function AskDone({ page, done }: { page: AskPage; done: Done }) {
  const { t } = useTranslation("public");
  const { organization, when, way } = done;
  return (
    <PublicPage title={t("ask.doneTitle")}>
      <AsPage />
      <ProgramLine page={page} />
      <Card aria-labelledby="next">
        <h2 id="next">{t("ask.next")}</h2>
        <p className="mt-2">
          {when ? t("ask.nextThem", { organization, when }) : t("ask.nextThemSoon", { organization })}{" "}
          {way === "will_call" ? t("ask.nextCall") : t("ask.ifNot")}
        </p>
        {way !== "will_call" && <p>{t(done.messageOk ? "ask.messageYes" : "ask.message")}</p>}
        {page.phone && <CallButton phone={page.phone} />}
        <p className="meta mt-3">{t("ask.number", { number: done.number })}</p>
      </Card>
      <Card aria-labelledby="private" className="mt-3">
        <h2 id="private">{t("ask.linkTitle")}</h2>
        {done.link ? <PrivateLink link={done.link} /> : <p className="mt-2">{t("ask.noLink")}</p>}
      </Card>
    </PublicPage>
  );
}

function PrivateLink({ link }: { link: NonNullable<Done["link"]> }) {
  const { t } = useTranslation("public");
  return (
    <>
      <p className="mt-2">{t("ask.linkWhat")}</p>
      <p className="mt-2">
        <a className="break-all" href={link.href}>
          <bdi dir="ltr">{link.href}</bdi>
        </a>
      </p>
      <p className="mt-2">{t("ask.linkKeep", { until: link.until })}</p>
      <p className="mt-2">{t("ask.linkSafe")}</p>
    </>
  );
}
