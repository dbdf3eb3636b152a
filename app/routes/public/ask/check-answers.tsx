import { useTranslation } from "react-i18next";
import { Card } from "~/ui/card";
import { SendOrChange } from "~/ui/form/send-or-change";
import { DescriptionList } from "~/ui/lists";
import { PublicPage } from "~/ui/page/public-page";
import { Banner } from "~/ui/tag";
import { AsPage } from "./as-page";
import type { AskPage } from "./describe-ask.server";
import { type AskField, type AskValues, askFields } from "./ask-view";
import { ProgramLine } from "./program-line";

type Check = { values: AskValues; formKey: string; wordsShown: string; agesRead: string; changed: boolean };

/** What was typed and the exact words of the permission; pressing Send is the family's signature. */
export function CheckAnswers({ page, check }: { page: AskPage; check: Check }) {
  const { t } = useTranslation("public");
  const { values, formKey, wordsShown } = check;
  const inWords = (field: AskField) => {
    if (field === "contactWay") return t(`ask.ways.${values.contactWay}`);
    if (field === "messageOk") return t(values.messageOk === "yes" ? "ask.yes" : "ask.no");
    if (field === "language")
      return page.languages.find(({ value }) => value === values.language)?.label ?? values.language;
    const said = field === "ages" ? check.agesRead : values[field].trim();
    return said || <span className="meta">{t("ask.notGiven")}</span>;
  };
  return (
    <PublicPage title={t("ask.checkTitle")} lede={t("ask.checkLede")}>
      <AsPage />
      {check.changed && <Banner tone="warn">{t("ask.changed")}</Banner>}
      <ProgramLine page={page} />
      <Card>
        <DescriptionList
          facts={askFields.map((field) => ({
            key: field,
            term: t(`ask.${field}`),
            detail: field === "phone" ? <bdi dir="ltr">{inWords(field)}</bdi> : inWords(field),
          }))}
        />
      </Card>
      <Card aria-labelledby="share" className="mt-3">
        <h2 id="share">{t("ask.shareTitle")}</h2>
        <p className="mt-2">{wordsShown}</p>
        <p className="meta mt-2">{t("ask.shareMore")}</p>
        <SendOrChange
          values={{ ...values, formKey, wordsShown }}
          send={t("ask.send")}
          change={t("ask.change")}
        />
      </Card>
    </PublicPage>
  );
}
