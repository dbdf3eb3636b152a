import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import {
  changeFramework,
  readFramework,
  retireFramework,
  undoFrameworkChange,
} from "~/domain/goals/index.server";
import { useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Note } from "~/ui/tag";
import { GoalsOfFramework } from "./frameworks/goals-of-framework";
import { NamesCard, RetireCard, VersionsCard } from "./frameworks/framework-cards";
import { versionAsked } from "./frameworks/version-asked";
import { frameOf, ManagerPage } from "./manager-page";
import { say } from "./measure-view";
import { GoalsRefusal, useGoalsErrors } from "./use-goals-errors";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("goals:framework.title"),
});
const notices = ["saved", "moved", "left", "undone"] as const;

export const loader = deskLoader("manager", async ({ ctx, params, url, session }) => ({
  frame: frameOf(session),
  read: await readFramework(ctx, { framework: params.framework ?? "", version: versionAsked(url) }),
  notice: notices.find((one) => url.searchParams.has(one)) ?? null,
}));

const idOf = (params: DeskArgs["params"]): string => params.framework ?? "";
const done = (params: DeskArgs["params"], notice: (typeof notices)[number]) =>
  redirect(`${pathTo("/manager/frameworks/:framework", { framework: idOf(params) })}?${notice}`, 303);

export const action = deskAction("manager", {
  names: [
    z.object({ version: text, titleEn: text, titleEs: text }),
    async ({ ctx, params, input: { version, titleEn, titleEs } }) => {
      const change = { kind: "names" as const, title: { en: titleEn, es: titleEs } };
      await changeFramework(ctx, { framework: idOf(params), version, change });
      return done(params, "saved");
    },
  ],
  move: [
    z.object({ version: text, goal: text, by: text }),
    async ({ ctx, params, input: { version, goal, by } }) => {
      await changeFramework(ctx, { framework: idOf(params), version, change: { kind: "order", goal, by } });
      return done(params, "moved");
    },
  ],
  leave: [
    z.object({ version: text, goal: text }),
    async ({ ctx, params, input: { version, goal } }) => {
      await changeFramework(ctx, { framework: idOf(params), version, change: { kind: "left_out", goal } });
      return done(params, "left");
    },
  ],
  undo: [
    z.object({ version: text }),
    async ({ ctx, params, input }) => {
      await undoFrameworkChange(ctx, { framework: idOf(params), ...input });
      return done(params, "undone");
    },
  ],
  retire: [
    z.object({ version: text }),
    async ({ ctx, params, input }) => {
      await retireFramework(ctx, { framework: idOf(params), ...input });
      return redirect(`${pathTo("/manager/frameworks")}?retired`, 303);
    },
  ],
});

/** One framework as the jurisdiction follows it: names, goals and their order, versions; or an earlier version, to read. */
export default function FrameworkPage() {
  const { frame, read, notice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("goals");
  const language = useLanguage();
  const errors = useGoalsErrors(refused);
  const title = say(read.body.title, language);
  const isNow = read.version === read.newest && !read.retired;
  return (
    <ManagerPage
      frame={frame}
      here="goals"
      title={title}
      lede={t("framework.lede")}
      crumbs={
        <Breadcrumbs
          label={t("frameworks.title")}
          crumbs={[{ href: pathTo("/manager/frameworks"), label: t("frameworks.title") }, { label: title }]}
        />
      }
      actions={
        <ButtonLink
          href={`${pathTo("/manager/frameworks/:framework.csv", { framework: read.body.id })}?version=${read.version}`}
          small
          icon="download"
        >
          {t("manager:goals.csv")}
        </ButtonLink>
      }
    >
      <GoalsRefusal refused={refused} />
      {!refused && notice && <Banner>{t(`framework.${notice}`)}</Banner>}
      {!isNow && <Note>{t("framework.earlier", { version: read.version })}</Note>}
      <GoalsOfFramework read={read} isNow={isNow} />
      <div className="pair mt-3">
        {isNow && <NamesCard read={read} errors={errors} typed={refused?.typed} />}
        <VersionsCard read={read} isNow={isNow} timeZone={frame.timeZone} />
      </div>
      {isNow && <RetireCard read={read} />}
    </ManagerPage>
  );
}
