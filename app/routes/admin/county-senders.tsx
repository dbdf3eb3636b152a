import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { changeSenders, readOwnJurisdiction } from "~/domain/jurisdiction/index.server";
import { translate } from "~/locales/translator.server";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { CheckCard } from "./county/check-card";
import { countyActs, noticeIn } from "./county/county-acts.server";
import { CountyPage, useErrorWords } from "./county/county-page";
import { SendersForm } from "./county/senders-form";
import { frameOf } from "./frame-of";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-county:senders.title"),
});

const inBoth = (name: string, words: Record<string, string>): Record<string, string> => ({
  [`${name}En`]: words["en"] ?? "",
  [`${name}Es`]: words["es"] ?? "",
});
/** The portal's own words, in both languages. */
const ours = (name: string, say: (t: ReturnType<typeof translate>) => string) =>
  inBoth(name, { en: say(translate("en", "admin-county")), es: say(translate("es", "admin-county")) });

export const loader = deskLoader("admin", async ({ ctx, url, session }) => {
  const own = await readOwnJurisdiction(ctx);
  const { neutral, named } = own.settings.senders;
  return {
    frame: frameOf(session),
    own,
    ours: {
      ...ours("sender", (t) => t("provider:detail.neutralSender")),
      ...ours("supportLine", (t) => t("intake:line.support_line")),
      ...ours("hotline", (t) => t("intake:line.hotline")),
    },
    values: {
      ...inBoth("sender", neutral),
      ...inBoth("supportLine", own.settings.lines.support_line),
      ...inBoth("hotline", own.settings.lines.hotline),
      named: named ? "on" : "",
    },
    notice: noticeIn(url),
  };
});

const fields = z.object({
  ...{ version: text, senderEn: text, senderEs: text, named: text },
  ...{ supportLineEn: text, supportLineEs: text, hotlineEn: text, hotlineEs: text },
});
const inputOf = ({ named, ...typed }: z.output<typeof fields>) => ({ ...typed, named: named === "on" });
const { done, undo } = countyActs(pathTo("/admin/county/senders"));

export const action = deskAction("admin", {
  check: [
    fields,
    async ({ ctx, input }) => {
      const changes = await changeSenders(ctx, { ...inputOf(input), dryRun: true });
      const typed: Record<string, string> = input;
      return { changes, typed };
    },
  ],
  save: [
    fields,
    async ({ ctx, input }) => {
      await changeSenders(ctx, inputOf(input));
      return done("saved");
    },
  ],
  undo,
});

/** What a program reads about who sent a family. */
export default function CountySendersPage() {
  const { frame, own, ours, values, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("admin-county");
  const errors = useErrorWords(answer);
  const { timeZone } = own.kept;
  const typed: Record<string, string> = answer?.typed ?? values;
  return (
    <CountyPage
      {...{ frame, own, timeZone, answer, errors, notice }}
      title={t("senders.title")}
      lede={t("senders.lede")}
    >
      {answer && "changes" in answer && (
        <CheckCard changes={answer.changes} timeZone={timeZone} typed={answer.typed}>
          <p>{t("senders.touches")}</p>
        </CheckCard>
      )}
      <SendersForm {...{ ours, errors }} version={own.version} values={typed} />
    </CountyPage>
  );
}
