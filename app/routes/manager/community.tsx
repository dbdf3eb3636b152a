import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { communityFramework } from "~/domain/goals/community-entry";
import { chooseFramework, listCommunity, setTier, settleCommunityEntry } from "~/domain/goals/index.server";
import { dateIn } from "~/domain/kernel/calendar";
import { readId } from "~/domain/kernel/ids";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Note } from "~/ui/tag";
import { LessonsCard, SharedLessons } from "./community/lessons-card";
import { AskedCard, MilestonesCard, PartnersCard } from "./community/entry-cards";
import { TierCard } from "./community/tier-card";
import { frameOf, ManagerPage } from "./manager-page";
import { GoalsRefusal, useGoalsErrors } from "./use-goals-errors";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("goals:community.title"),
});
const notices = ["saved", "tier", "shared", "unshared", "restored"] as const;

export const loader = deskLoader("manager", async ({ ctx, url, session }) => {
  const frame = frameOf(session);
  const { followed } = await chooseFramework(ctx, { asked: null });
  const removed = url.searchParams.get("removed");
  return {
    frame,
    community: await listCommunity(ctx),
    follows: followed.some(({ id }) => id === communityFramework),
    today: dateIn(frame.timeZone, ctx.clock.now()),
    notice: notices.find((one) => url.searchParams.has(one)) ?? null,
    removed: removed && { id: readId(removed), version: Number(url.searchParams.get("version")) || 1 },
  };
});

const key = z.object({ id: text, version: z.coerce.number() });
const done = (notice: (typeof notices)[number]) => redirect(`${pathTo("/manager/community")}?${notice}`, 303);

export const action = deskAction("manager", {
  tier: [
    z.object({ tier: text, since: text }),
    async ({ ctx, input }) => {
      await setTier(ctx, input);
      return done("tier");
    },
  ],
  share: [
    key,
    async ({ ctx, input }) => {
      await settleCommunityEntry(ctx, { ...input, act: "share" });
      return done("shared");
    },
  ],
  unshare: [
    key,
    async ({ ctx, input }) => {
      await settleCommunityEntry(ctx, { ...input, act: "unshare" });
      return done("unshared");
    },
  ],
  restore: [
    key,
    async ({ ctx, input }) => {
      await settleCommunityEntry(ctx, { ...input, act: "restore" });
      return done("restored");
    },
  ],
});

/** Thriving Families: the tier, who works along, what is to be done by when, who was asked, what was learned. */
export default function CommunityPage() {
  const { frame, community, follows, today, notice, removed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("goals");
  const errors = useGoalsErrors(refused);
  const { tiers, entries, shared } = community;
  const of = (kind: string) => entries.filter((one) => one.kind === kind);
  const undo = removed && (
    <PageForm method="post" values={{ intent: "restore", ...removed }}>
      <Button small>{t("undo")}</Button>
    </PageForm>
  );
  return (
    <ManagerPage
      frame={frame}
      here="goals"
      title={t("community.title")}
      lede={t("community.lede")}
      crumbs={
        <Breadcrumbs
          label={t("manager:nav.goals")}
          crumbs={[
            { href: pathTo("/manager/goals"), label: t("manager:goals.crumb") },
            { label: t("community.title") },
          ]}
        />
      }
      actions={
        <>
          <ButtonLink href={pathTo("/manager/network")} small icon="users">
            {t("network.title")}
          </ButtonLink>
          <ButtonLink href={pathTo("/manager/community.csv")} small icon="download">
            {t("manager:goals.csv")}
          </ButtonLink>
        </>
      }
    >
      <GoalsRefusal refused={refused} />
      {!refused && removed && <Banner undo={undo}>{t("community.removed")}</Banner>}
      {!refused && !removed && notice && <Banner>{t(`community.notice.${notice}`)}</Banner>}
      {!follows && (
        <Note>
          {t("community.notFollowed")} <a href={pathTo("/manager/frameworks")}>{t("frameworks.title")}</a>
        </Note>
      )}
      <TierCard tiers={tiers} today={today} errors={errors} timeZone={frame.timeZone} />
      <PartnersCard entries={of("partner")} timeZone={frame.timeZone} />
      <MilestonesCard entries={of("milestone")} today={today} timeZone={frame.timeZone} />
      <AskedCard entries={of("asked")} timeZone={frame.timeZone} />
      <LessonsCard entries={of("lesson")} mayShare={follows} />
      {follows && <SharedLessons entries={shared} timeZone={frame.timeZone} />}
    </ManagerPage>
  );
}
