import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { changeConsentWords, readOwnJurisdiction } from "~/domain/jurisdiction/index.server";
import { type ConsentText, consentTextOf, usualConsentText } from "~/domain/referrals/family/consent-words";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { CheckCard } from "./county/check-card";
import { countyActs, noticeIn } from "./county/county-acts.server";
import { CountyPage, useErrorWords } from "./county/county-page";
import { WordsExample } from "./county/words-example";
import { type WordsField, WordsForm } from "./county/words-form";
import { frameOf } from "./frame-of";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-county:words.title"),
});

const fieldsOf = ({ asked, own }: ConsentText): Record<WordsField, string> => ({
  ...{ askedEn: asked.en, askedEs: asked.es },
  ...{ ownEn: own.en, ownEs: own.es },
});

export const loader = deskLoader("admin", async ({ ctx, url, session }) => {
  const own = await readOwnJurisdiction(ctx);
  const inForce = consentTextOf(own.settings);
  return {
    frame: frameOf(session),
    own,
    wordsVersion: inForce.version,
    ours: fieldsOf(usualConsentText),
    values: fieldsOf(inForce),
    notice: noticeIn(url),
  };
});

const fields = z.object({
  ...{ version: text, askedEn: text, askedEs: text, ownEn: text, ownEs: text },
});
const { done, undo } = countyActs(pathTo("/admin/county/words"));

export const action = deskAction("admin", {
  check: [
    fields,
    async ({ ctx, input }) => {
      const changes = await changeConsentWords(ctx, { ...input, dryRun: true });
      const { version: _version, ...typed } = input;
      const example: ConsentText = {
        version: changes.find(({ field }) => field === "wordsVersion")?.to ?? "",
        asked: { en: typed.askedEn, es: typed.askedEs },
        own: { en: typed.ownEn, es: typed.ownEs },
      };
      return { changes, typed: input as Record<string, string>, example };
    },
  ],
  save: [
    fields,
    async ({ ctx, input }) => {
      await changeConsentWords(ctx, input);
      return done("saved");
    },
  ],
  undo,
});

/** The words that families here are asked with before anything is shared. */
export default function CountyWordsPage() {
  const { frame, own, wordsVersion, ours, values, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("admin-county");
  const errors = useErrorWords(answer);
  const { timeZone } = own.kept;
  const typed: Record<string, string> = answer?.typed ?? values;
  return (
    <CountyPage
      {...{ frame, own, timeZone, answer, errors, notice }}
      title={t("words.title")}
      lede={t("words.lede")}
    >
      {answer && "changes" in answer && (
        <CheckCard changes={answer.changes} timeZone={timeZone} typed={answer.typed}>
          <ul>
            <li>{t("words.touchesNext")}</li>
            <li>{t("words.touchesOpen")}</li>
            <li>{t("words.touchesConfirm")}</li>
          </ul>
          <h3 className="mt-3">{t("words.example")}</h3>
          <WordsExample text={answer.example} own />
        </CheckCard>
      )}
      <WordsForm
        {...{ wordsVersion, ours, errors }}
        version={own.version}
        usual={wordsVersion === usualConsentText.version}
        values={typed}
      />
    </CountyPage>
  );
}
