import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { listAreas } from "~/domain/directory/index.server";
import { readMailState } from "~/domain/kernel/index.server";
import { confirmConsentWords, readReadiness } from "~/domain/jurisdiction/index.server";
import { readSettings } from "~/domain/organizations/index.server";
import { type ConsentText, consentTextOf } from "~/domain/referrals/family/consent-words";
import { useFormat } from "~/locales/use-format";
import { mailLeaves } from "~/notify/mail-leaves.server";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { TaskList } from "~/ui/lists";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { AdminFrame } from "./admin-frame";
import { WordsExample } from "./county/words-example";
import { frameOf } from "./frame-of";
import { MailFaultWords } from "./outbox-words";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-county:start.title"),
});

const county = pathTo("/admin/county");
/** Where each thing is made; in the order in which it is best done. */
const places = [
  ["named", county],
  ["placed", `${county}#place`],
  ["closedDays", `${county}#holidays`],
  ["basis", pathTo("/admin/county/bases")],
  ["consentWords", "#words"],
  ["secondAdministrator", pathTo("/admin/people")],
  ["organization", pathTo("/admin/organizations")],
  ["intake", pathTo("/admin/people")],
  ["mail", pathTo("/admin/outbox")],
  ["areas", pathTo("/admin/areas")],
] as const;
/** Good to have, and missed by nobody who has none. */
const optional: readonly string[] = ["areas"];

export const loader = deskLoader("admin", async ({ ctx, session }) => {
  const failing = mailLeaves() ? (await readMailState(ctx)).failing : null;
  const ready = {
    ...(await readReadiness(ctx)),
    mail: mailLeaves() && !failing,
    areas: (await listAreas(ctx)).some(({ endedAt }) => endedAt === null),
  };
  return {
    timeZone: session.membership.timeZone,
    mail: { set: mailLeaves(), failing },
    frame: frameOf(session),
    tasks: places.map(([key, href]) => ({ key, href, done: ready[key] })),
    text: consentTextOf((await readSettings(ctx)).settings),
  };
});

export const action = deskAction("admin", {
  words: [
    z.object({ textVersion: text }),
    async ({ ctx, input }) => {
      await confirmConsentWords(ctx, input);
      return redirect(pathTo("/admin/start"), 303);
    },
  ],
});

/** What must be there before the first family, what is missing, and where it is made. */
export default function StartPage() {
  const { frame, tasks, text: words, mail, timeZone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("admin-county");
  const format = useFormat(timeZone);
  const mailTask = (failing: typeof mail.failing) =>
    failing
      ? {
          hint: (
            <>
              {t("start.mailFailing", { when: format.dateTime(failing.createdAt) })}{" "}
              <MailFaultWords code={failing.lastError} />
            </>
          ),
          ...{ state: t("start.failing"), tone: "bad" as const },
        }
      : { hint: t("start.mailSet") };
  const missing = tasks.filter(({ key, done }) => !done && !optional.includes(key)).length;
  const wordsRead = tasks.some(({ key, done }) => key === "consentWords" && done);
  return (
    <AdminFrame
      {...frame}
      current="more"
      title={t("start.title")}
      lede={t("start.lede")}
      crumbs={
        <Breadcrumbs
          label={t("here")}
          crumbs={[{ href: pathTo("/admin"), label: t("back") }, { label: t("start.title") }]}
        />
      }
    >
      {refused && <Banner tone="bad">{t("start.wordsChanged")}</Banner>}
      <div className="form-stack">
        <Card aria-labelledby="missing">
          <h2 id="missing">{missing > 0 ? t("start.missing", { count: missing }) : t("start.ready")}</h2>
          <TaskList
            tasks={tasks.map(({ key, href, done }) => ({
              ...{ href, name: t(`start.task.${key}`), hint: t(`start.hint.${key}`) },
              ...(!done && optional.includes(key)
                ? { state: t("start.optional"), tone: "neu" }
                : { state: t(done ? "start.done" : "start.todo"), tone: done ? "ok" : "warn" }),
              ...(key === "mail" && mail.set && mailTask(mail.failing)),
            }))}
          />
        </Card>
        <WordsCard text={words} read={wordsRead} />
      </div>
    </AdminFrame>
  );
}

/** The words that a family is asked with, as they are read aloud. */
function WordsCard({ text: words, read }: { text: ConsentText; read: boolean }) {
  const { t } = useTranslation("admin-county");
  return (
    <Card aria-labelledby="words">
      <h2 id="words">{t("start.words")}</h2>
      <p className="meta">{t("start.wordsLede", { version: words.version })}</p>
      <WordsExample text={words} own />
      <p className="mt-3">
        <a href={pathTo("/admin/county/words")}>{t("words.change")}</a>
      </p>
      {read ? (
        <p className="meta mt-2">{t("start.wordsRead")}</p>
      ) : (
        <PageForm method="post" className="mt-3" values={{ intent: "words", textVersion: words.version }}>
          <Button>{t("start.wordsConfirm")}</Button>
        </PageForm>
      )}
    </Card>
  );
}
