import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { listInitiatives, removeInitiative } from "~/domain/goals/index.server";
import { readId } from "~/domain/kernel/ids";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { InitiativeList } from "./initiatives/initiative-list";
import { frameOf, ManagerPage } from "./manager-page";
import { GoalsRefusal } from "./use-goals-errors";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("goals:initiative.list"),
});

export const loader = deskLoader("manager", async ({ ctx, url, session }) => {
  const removed = url.searchParams.get("removed");
  return {
    frame: frameOf(session),
    initiatives: await listInitiatives(ctx),
    removed: removed && { id: readId(removed), version: Number(url.searchParams.get("version")) || 1 },
    restored: url.searchParams.has("restored"),
  };
});

export const action = deskAction("manager", {
  restore: [
    z.object({ id: text, version: z.coerce.number() }),
    async ({ ctx, input }) => {
      await removeInitiative(ctx, { ...input, restore: true });
      return redirect(`${pathTo("/manager/initiatives")}?restored`, 303);
    },
  ],
});

/** What was begun to move the numbers: dated, with whom and where. */
export default function InitiativesPage() {
  const { frame, initiatives, removed, restored } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("goals");
  const undo = removed && (
    <PageForm method="post" values={{ intent: "restore", ...removed }}>
      <Button small>{t("undo")}</Button>
    </PageForm>
  );
  return (
    <ManagerPage
      frame={frame}
      here="goals"
      title={t("initiative.list")}
      lede={t("initiative.lede")}
      crumbs={
        <Breadcrumbs
          label={t("manager:nav.goals")}
          crumbs={[
            { href: pathTo("/manager/goals"), label: t("manager:goals.crumb") },
            { label: t("initiative.list") },
          ]}
        />
      }
      actions={
        <>
          <ButtonLink href={pathTo("/manager/initiatives/:id/edit", { id: "new" })} small icon="plus">
            {t("initiative.new")}
          </ButtonLink>
          <ButtonLink href={pathTo("/manager/initiatives.csv")} small icon="download">
            {t("manager:goals.csv")}
          </ButtonLink>
        </>
      }
    >
      <GoalsRefusal refused={refused} />
      {!refused && removed && <Banner undo={undo}>{t("initiative.removed")}</Banner>}
      {!refused && restored && <Banner>{t("initiative.restored")}</Banner>}
      {initiatives.length === 0 ? (
        <EmptyState title={t("initiative.none")}>{t("initiative.noneNext")}</EmptyState>
      ) : (
        <InitiativeList initiatives={initiatives} timeZone={frame.timeZone} />
      )}
    </ManagerPage>
  );
}
