import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { adoptFramework, listFrameworks } from "~/domain/goals/index.server";
import type { ListedFramework } from "~/domain/goals/list-frameworks.server";
import { useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Tag } from "~/ui/tag";
import { frameOf, ManagerPage } from "./manager-page";
import { say } from "./measure-view";
import { GoalsRefusal } from "./use-goals-errors";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("goals:frameworks.title"),
});
const notices = ["adopted", "retired"] as const;

export const loader = deskLoader("manager", async ({ ctx, url, session }) => ({
  frame: frameOf(session),
  frameworks: await listFrameworks(ctx),
  notice: notices.find((one) => url.searchParams.has(one)) ?? null,
}));

export const action = deskAction("manager", {
  adopt: [
    z.object({ framework: text }),
    async ({ ctx, input }) => {
      await adoptFramework(ctx, input);
      return redirect(`${pathTo("/manager/frameworks")}?adopted`, 303);
    },
  ],
});

/** Whose goals the jurisdiction follows: adopt one, look at it, change it. */
export default function FrameworksPage() {
  const { frame, frameworks, notice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("goals");
  const followed = frameworks.filter(({ state }) => state === "followed");
  return (
    <ManagerPage
      frame={frame}
      here="goals"
      title={t("frameworks.title")}
      lede={t("frameworks.lede")}
      crumbs={
        <Breadcrumbs
          label={t("manager:nav.goals")}
          crumbs={[
            { href: pathTo("/manager/goals"), label: t("manager:goals.crumb") },
            { label: t("frameworks.title") },
          ]}
        />
      }
      actions={
        <ButtonLink href={pathTo("/manager/frameworks.csv")} small icon="download">
          {t("manager:goals.csv")}
        </ButtonLink>
      }
    >
      <GoalsRefusal refused={refused} />
      {!refused && notice && <Banner>{t(`frameworks.${notice}`)}</Banner>}
      {followed.length === 0 && <p className="mt-2">{t("frameworks.none")}</p>}
      <div className="pair pair-even mt-3">
        {frameworks.map((one) => (
          <FrameworkCard key={one.id} one={one} />
        ))}
      </div>
    </ManagerPage>
  );
}

const tones = { followed: "ok", retired: "neu", offered: "info" } as const;

function FrameworkCard({ one }: { one: ListedFramework }) {
  const { t } = useTranslation("goals");
  const language = useLanguage();
  const title = say(one.title, language);
  const at = pathTo("/manager/frameworks/:framework", { framework: one.id });
  return (
    <Card as="article">
      <h2>{title}</h2>
      <p className="meta">
        {say(one.place, language)} · {t("frameworks.goals", { count: one.goals })}
        {one.version > 0 && <> · {t("frameworks.version", { version: one.version })}</>}
      </p>
      <p className="mt-2">
        <Tag tone={tones[one.state]}>{t(`frameworks.state.${one.state}`)}</Tag>
      </p>
      <div className="row mt-3">
        {one.state === "followed" ? (
          <>
            <ButtonLink href={`${pathTo("/manager/goals")}?framework=${one.id}`} small>
              {t("frameworks.look")}
              <span className="vh"> {title}</span>
            </ButtonLink>
            <ButtonLink href={at} small icon="pencil">
              {t("frameworks.change")}
              <span className="vh"> {title}</span>
            </ButtonLink>
          </>
        ) : (
          <>
            <PageForm method="post" values={{ intent: "adopt", framework: one.id }}>
              <Button variant="primary" small icon="plus">
                {t(one.state === "retired" ? "frameworks.adoptAgain" : "frameworks.adopt")}
                <span className="vh"> {title}</span>
              </Button>
            </PageForm>
            {one.state === "retired" && (
              <a href={`${at}?version=${one.version}`}>
                {t("frameworks.read")}
                <span className="vh"> {title}</span>
              </a>
            )}
          </>
        )}
      </div>
    </Card>
  );
}
