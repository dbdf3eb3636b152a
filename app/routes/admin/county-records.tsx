import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { changeRecords, readOwnJurisdiction } from "~/domain/jurisdiction/index.server";
import { typedNumbersOf } from "~/domain/jurisdiction/records-numbers";
import { countExpiredRecords } from "~/domain/reports/index.server";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { CheckCard } from "./county/check-card";
import { countyActs, noticeIn } from "./county/county-acts.server";
import { CountyPage, useErrorWords } from "./county/county-page";
import { RecordsForm } from "./county/records-form";
import { frameOf } from "./frame-of";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-county:records.title"),
});

/** As the form's fields are named. */
const fieldsOf = (numbers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(numbers).map(([name, typed]) => [`numbers.${name}`, typed]));

export const loader = deskLoader("admin", async ({ ctx, url, session }) => {
  const own = await readOwnJurisdiction(ctx);
  const { records } = own.settings;
  return {
    frame: frameOf(session),
    own,
    values: {
      ...fieldsOf(typedNumbersOf(records)),
      ...{ state: records.state ?? "", county: records.county ?? "" },
    },
    notice: noticeIn(url),
  };
});

const fields = z.object({
  ...{ version: text, state: text, county: text },
  numbers: z.record(z.string(), z.string()).default({}),
});
const { done, undo } = countyActs(pathTo("/admin/county/records"));

export const action = deskAction("admin", {
  check: [
    fields,
    async ({ ctx, input }) => {
      const { changes, kept } = await changeRecords(ctx, { ...input, dryRun: true });
      const due = await countExpiredRecords(ctx, { kept });
      const { numbers, ...rest } = input;
      const typed: Record<string, string> = { ...rest, ...fieldsOf(numbers) };
      return { changes, due, typed };
    },
  ],
  save: [
    fields,
    async ({ ctx, input }) => {
      await changeRecords(ctx, input);
      return done("saved");
    },
  ],
  undo,
});

/** What a county sets about the agency's records. */
export default function CountyRecordsPage() {
  const { frame, own, values, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("admin-county");
  const errors = useErrorWords(answer);
  const { timeZone } = own.kept;
  const typed: Record<string, string> = answer?.typed ?? values;
  return (
    <CountyPage
      {...{ frame, own, timeZone, answer, errors, notice }}
      title={t("records.title")}
      lede={t("records.lede.page")}
    >
      {answer && "changes" in answer && (
        <CheckCard changes={answer.changes} timeZone={timeZone} typed={answer.typed}>
          <ul>
            <li>{t("records.touchesNext")}</li>
            <li>{t("records.due", { count: answer.due })}</li>
            <li>{t("privacy.forGood")}</li>
          </ul>
        </CheckCard>
      )}
      <RecordsForm version={own.version} values={typed} errors={errors} />
    </CountyPage>
  );
}
