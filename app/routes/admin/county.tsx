import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { timeZones } from "~/domain/jurisdiction/change-facts.schema";
import { federalHolidays } from "~/domain/jurisdiction/federal-holidays";
import { changeFacts, readOwnJurisdiction } from "~/domain/jurisdiction/index.server";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { CheckCard } from "./county/check-card";
import { countyActs, noticeIn } from "./county/county-acts.server";
import { CountyPage, useErrorWords } from "./county/county-page";
import { FactsForm } from "./county/facts-form";
import { frameOf } from "./frame-of";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-county:county.title"),
});

export const loader = deskLoader("admin", async ({ ctx, url, session }) => {
  const own = await readOwnJurisdiction(ctx);
  const { timeZone } = own.kept;
  const { holidays } = own.settings.calendar;
  const year = Number(ctx.clock.today(timeZone).slice(0, 4));
  return {
    frame: frameOf(session),
    own,
    zones: [...new Set([...timeZones, timeZone])],
    comingHolidays: holidays.filter((day) => day >= String(year)),
    federal: (["federalThisYear", "federalNextYear"] as const).flatMap((name, index) => {
      const days = federalHolidays(year + index).filter((day) => !holidays.includes(day));
      return days.length > 0 ? [{ name, year: String(year + index), days }] : [];
    }),
    notice: noticeIn(url),
  };
});

const fields = z.object({
  ...{ version: text, name: text, title: text, timeZone: text, place: text, holidays: text },
  ...{ supportPhone: text, textPhone: text, crisisPhone: text, opensAt: text, closesAt: text },
  ...{ federalThisYear: text, federalNextYear: text },
});
type Typed = z.output<typeof fields>;
const inputOf = ({ federalThisYear, federalNextYear, ...typed }: Typed) => ({
  ...typed,
  federalThisYear: federalThisYear === "on",
  federalNextYear: federalNextYear === "on",
});

const { done, undo } = countyActs(pathTo("/admin/county"));

export const action = deskAction("admin", {
  check: [
    fields,
    async ({ ctx, input }) => ({
      changes: await changeFacts(ctx, { ...inputOf(input), dryRun: true }),
      typed: input,
    }),
  ],
  save: [
    fields,
    async ({ ctx, input }) => {
      await changeFacts(ctx, inputOf(input));
      return done("saved");
    },
  ],
  undo,
});

/** What the county is called, how it is reached, where it is and when its offices are open. */
export default function CountyFactsPage() {
  const { frame, own, zones, federal, comingHolidays, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("admin-county");
  const errors = useErrorWords(answer);
  const { timeZone } = own.kept;
  const { opensAt, closesAt } = own.settings.calendar;
  const typed: Record<string, string> | undefined = answer?.typed;
  const values = typed ?? {
    ...{ name: own.kept.name, title: own.kept.title, timeZone },
    supportPhone: own.kept.supportPhone ?? "",
    textPhone: own.kept.textPhone ?? "",
    crisisPhone: own.kept.crisisPhone ?? "",
    ...{ opensAt: String(opensAt), closesAt: String(closesAt) },
    holidays: comingHolidays.join("\n"),
  };
  return (
    <CountyPage
      {...{ frame, own, timeZone, answer, errors, notice }}
      title={t("county.title")}
      lede={t("county.lede")}
    >
      {own.address && <p>{t("county.address", { address: own.address })}</p>}
      {answer && "changes" in answer && (
        <CheckCard changes={answer.changes} timeZone={timeZone} typed={answer.typed}>
          <ul>
            <li>{t("county.touchesPeople", { count: own.touched.people })}</li>
            <li>{t("county.touchesListings", { count: own.touched.listings })}</li>
            <li>{t("county.touchesReferrals", { count: own.touched.referrals })}</li>
          </ul>
        </CheckCard>
      )}
      <FactsForm {...{ own, zones, federal, values, errors, timeZone }} />
    </CountyPage>
  );
}
