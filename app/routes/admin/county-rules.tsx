import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { changeRules, readOwnJurisdiction } from "~/domain/jurisdiction/index.server";
import { numbersOf } from "~/domain/jurisdiction/rule-numbers";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { CheckCard } from "./county/check-card";
import { countyActs, noticeIn } from "./county/county-acts.server";
import { CountyPage, useErrorWords } from "./county/county-page";
import { RulesForm } from "./county/rules-form";
import { frameOf } from "./frame-of";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-county:rules.title"),
});

/** As the form's fields are named. */
const fieldsOf = (numbers: Record<string, string | number>): Record<string, string> =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [`numbers.${name}`, String(value)]));

export const loader = deskLoader("admin", async ({ ctx, url, session }) => {
  const own = await readOwnJurisdiction(ctx);
  return {
    frame: frameOf(session),
    own,
    values: {
      ...fieldsOf(numbersOf(own.settings)),
      reviewNewListings: own.settings.reviewNewListings ? "on" : "",
    },
    notice: noticeIn(url),
  };
});

const fields = z.object({
  version: text,
  numbers: z.record(z.string(), z.string()).default({}),
  reviewNewListings: text,
});
const inputOf = ({ reviewNewListings, ...typed }: z.output<typeof fields>) => ({
  ...typed,
  reviewNewListings: reviewNewListings === "on",
});

const { done, undo } = countyActs(pathTo("/admin/county/rules"));

export const action = deskAction("admin", {
  check: [
    fields,
    async ({ ctx, input }) => {
      const { numbers, ...rest } = input;
      const changes = await changeRules(ctx, { ...inputOf(input), dryRun: true });
      const typed: Record<string, string> = { ...rest, ...fieldsOf(numbers) };
      return { changes, typed };
    },
  ],
  save: [
    fields,
    async ({ ctx, input }) => {
      await changeRules(ctx, inputOf(input));
      return done("saved");
    },
  ],
  undo,
});

/** How long everybody has for a step, when a family counts as not reached, and how long things hold. */
export default function CountyRulesPage() {
  const { frame, own, values, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("admin-county");
  const errors = useErrorWords(answer);
  const { timeZone } = own.kept;
  const typed: Record<string, string> = answer?.typed ?? values;
  return (
    <CountyPage
      {...{ frame, own, timeZone, answer, errors, notice }}
      title={t("rules.title")}
      lede={t("rules.lede")}
    >
      {answer && "changes" in answer && (
        <CheckCard changes={answer.changes} timeZone={timeZone} typed={answer.typed}>
          <ul>
            <li>{t("rules.touchesNext", { count: own.touched.referrals })}</li>
            <li>{t("rules.touchesNow")}</li>
          </ul>
        </CheckCard>
      )}
      <RulesForm version={own.version} values={typed} errors={errors} />
    </CountyPage>
  );
}
