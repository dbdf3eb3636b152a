import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { rows, text } from "~/auth/form-fields";
import { applyTranslations, saveTranslation } from "~/domain/jurisdiction/index.server";
import { countTranslated, isPerhapsOpen, missingFirst } from "~/domain/jurisdiction/translations/translation";
import { pathTo } from "~/paths";
import { Card } from "~/ui/card";
import { ErrorSummary } from "~/ui/form/error-summary";
import { Breadcrumbs, Tabs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { deskWords } from "../desk-words.server";
import { AdminFrame } from "./admin-frame";
import { frameOf } from "./frame-of";
import { describeTranslations, type TranslationView } from "./translations/describe-translations.server";
import { FileCard } from "./translations/file-card";
import { useFaultWords } from "./translations/use-fault-words";
import { rowId, WordsTable } from "./translations/words-table";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-translations:title"),
});
const notices = ["saved", "applied"] as const;
const path = pathTo("/admin/translations");
const isTodo = (url: URL) => url.searchParams.get("show") === "todo";
const done = (url: URL, notice: (typeof notices)[number]) =>
  redirect(`${path}?${isTodo(url) ? "show=todo&" : ""}${notice}`, 303);
const isOpen = (one: Pick<TranslationView, "kind" | "state">) =>
  one.state.startsWith("missing") || isPerhapsOpen(one);

export const loader = deskLoader("admin", async (args) => {
  const all = missingFirst(await describeTranslations(args.ctx, await deskWords(args, "admin-translations")));
  const open = all.filter(isOpen);
  const show = isTodo(args.url) ? ("todo" as const) : ("all" as const);
  return {
    frame: frameOf(args.session),
    rows: show === "todo" ? open : all,
    show,
    counts: { ...countTranslated(all), all: all.length, todo: open.length },
    notice: notices.find((one) => args.url.searchParams.has(one)) ?? null,
  };
});

const change = z.object({ key: text, english: text, spanish: text, fromEnglish: text, fromSpanish: text });

export const action = deskAction("admin", {
  save: [
    z.object({ key: text, version: text, language: z.enum(["en", "es"]), words: text }),
    async ({ ctx, url, input }) => {
      await saveTranslation(ctx, input);
      return done(url, "saved");
    },
  ],
  apply: [
    z.object({ rows: rows(change) }),
    async ({ ctx, url, input }) => {
      await applyTranslations(ctx, { changes: input.rows });
      return done(url, "applied");
    },
  ],
});

/** What a jurisdiction has written itself, in both languages, what is missing first. */
export default function TranslationsPage() {
  const { frame, rows: shown, show, counts, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("admin-translations");
  const { refused, codes, summary } = useRefused(answer);
  const tab = (key: "all" | "todo", count: number) => ({
    ...{ label: t(key), count, current: key === show },
    href: key === "todo" ? `${path}?show=todo` : path,
  });
  return (
    <AdminFrame
      {...frame}
      current="more"
      width="wide"
      title={t("title")}
      lede={t("lede")}
      crumbs={
        <Breadcrumbs
          label={t("admin-county:here")}
          crumbs={[{ href: pathTo("/admin"), label: t("admin-county:back") }, { label: t("title") }]}
        />
      }
    >
      {codes.length > 0 && <ErrorSummary {...summary} />}
      {!answer && notice && <Banner>{t(`notice.${notice}`)}</Banner>}
      <div className="form-stack">
        <p>
          <b>{t("count", { both: counts.both, count: counts.total })}</b>
        </p>
        <Tabs label={t("show")} tabs={[tab("all", counts.all), tab("todo", counts.todo)]} />
        <Card>
          {shown.length === 0 && <p>{t(counts.all === 0 ? "none" : "nothingMissing")}</p>}
          {shown.length > 0 && <WordsTable rows={shown} refused={refused} />}
        </Card>
        <FileCard />
      </div>
    </AdminFrame>
  );
}

/** What was refused, of which row, in words. */
function useRefused(answer: ReturnType<typeof useActionData<typeof action>>) {
  const { t } = useTranslation("admin-translations");
  const say = useFaultWords();
  const typed: Partial<Record<string, string>> = answer?.typed ?? {};
  const codes = answer
    ? [...(answer.conflict ? [answer.conflict] : []), ...Object.values(answer.errors).flat()]
    : [];
  const words = codes.map(say);
  const { key } = typed;
  const field = key ? rowId(key) : "file-card";
  return {
    codes,
    refused: key ? { key, words: typed["words"] ?? "", error: words[0] } : null,
    summary: answer?.conflict
      ? { title: words[0] ?? "" }
      : { title: t("common:form.problem", { count: codes.length }), errors: { [field]: words } },
  };
}
