import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { countRetention } from "~/domain/households/index.server";
import { changeRetention, readOwnJurisdiction } from "~/domain/jurisdiction/index.server";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { CheckCard } from "./county/check-card";
import { countyActs, noticeIn } from "./county/county-acts.server";
import { CountyPage, useErrorWords } from "./county/county-page";
import { PrivacyForm } from "./county/privacy-form";
import { frameOf } from "./frame-of";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-county:privacy.title"),
});

export const loader = deskLoader("admin", async ({ ctx, url, session }) => {
  const own = await readOwnJurisdiction(ctx);
  const { calls, drafts } = own.settings.retention;
  return {
    frame: frameOf(session),
    own,
    values: { keptCalls: String(calls), keptDrafts: String(drafts) },
    notice: noticeIn(url),
  };
});

const fields = z.object({ version: text, keptCalls: text, keptDrafts: text });
const { done, undo } = countyActs(pathTo("/admin/county/privacy"));

export const action = deskAction("admin", {
  check: [
    fields,
    async ({ ctx, input }) => {
      const { changes, days } = await changeRetention(ctx, { ...input, dryRun: true });
      const due = await countRetention(ctx, { days });
      return { changes, due, typed: input as Record<string, string> };
    },
  ],
  save: [
    fields,
    async ({ ctx, input }) => {
      await changeRetention(ctx, input);
      return done("saved");
    },
  ],
  undo,
});

/** How long what nobody needs of a family is kept. */
export default function CountyPrivacyPage() {
  const { frame, own, values, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("admin-county");
  const errors = useErrorWords(answer);
  const { timeZone } = own.kept;
  const typed: Record<string, string> = answer?.typed ?? values;
  return (
    <CountyPage
      {...{ frame, own, timeZone, answer, errors, notice }}
      title={t("privacy.title")}
      lede={t("privacy.lede")}
    >
      {answer && "changes" in answer && (
        <CheckCard changes={answer.changes} timeZone={timeZone} typed={answer.typed}>
          <ul>
            <li>{t("privacy.dueCalls", { count: answer.due.calls })}</li>
            <li>{t("privacy.dueDrafts", { count: answer.due.drafts })}</li>
            <li>{t("privacy.forGood")}</li>
          </ul>
        </CheckCard>
      )}
      <PrivacyForm version={own.version} values={typed} errors={errors} />
    </CountyPage>
  );
}
