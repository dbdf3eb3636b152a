import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { Icon } from "~/ui/icon";
import type { FormView } from "./finder-words.server";
import { PrintButton } from "./print-button";

/** The phone, in the same place on every page of the finder. */
export function TalkCard({ talk }: { talk: FormView["talk"] }) {
  const { t } = useTranslation("public");
  return (
    <Card>
      <h2>{t("talk.title")}</h2>
      {talk ? (
        <>
          <p>{t("talk.text")}</p>
          <a className="big-phone" href={talk.href}>
            <Icon name="phone" size={20} /> <bdi dir="ltr">{talk.words}</bdi>
          </a>
          {talk.text && (
            <p>
              {t("talk.write")}{" "}
              <a href={talk.text.href}>
                <bdi dir="ltr">{talk.text.words}</bdi>
              </a>
            </p>
          )}
          <p className="meta">{talk.hours}</p>
        </>
      ) : (
        <p>{t("talk.none")}</p>
      )}
    </Card>
  );
}

/** Keep what is shown on this device, and print it. */
export function KeepCard({ base, slugs, kept }: { base: string; slugs: readonly string[]; kept: number }) {
  const { t } = useTranslation("public");
  return (
    <Card className="no-print">
      <h2>{t("keep.title")}</h2>
      <ul className="link-list">
        {slugs.length > 0 && (
          <li>
            <PageForm
              method="post"
              action={`${base}/list`}
              values={{ intent: "add", slugs: slugs.join(".") }}
            >
              <Button>{t("keep.title")}</Button>
            </PageForm>
          </li>
        )}
        {kept > 0 && (
          <li>
            <a href={`${base}/list`}>{t("keep.open", { count: kept })}</a>
          </li>
        )}
        <li>
          <PrintButton />
        </li>
      </ul>
    </Card>
  );
}
