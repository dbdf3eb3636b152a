import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { askTraining, findNextPair, readModel, readOwnAnswer } from "~/domain/linkage/index.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card, EmptyState } from "~/ui/card";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { useShortcuts } from "~/ui/use-shortcuts";
import { LastAnswer } from "./last-answer";
import { frameOf, LinkagePage } from "./linkage-page";
import { ModelCard } from "./model-card";

export const handle = pageHandle<typeof loader>({
  hydrate: true,
  i18n: ["linkage"],
  robots: "noindex",
  title: (t) => t("linkage:queue.title"),
});

export const loader = deskLoader("linkage", async ({ ctx, session, url }) => {
  const candidateId = url.searchParams.get("last");
  return {
    frame: frameOf(session),
    queue: await findNextPair(ctx),
    model: await readModel(ctx),
    asked: url.searchParams.has("asked"),
    last: candidateId ? await readOwnAnswer(ctx, { candidateId }) : null,
  };
});

export const action = deskAction("linkage", {
  train: [
    z.object({}),
    async ({ ctx }) => {
      await askTraining(ctx);
      return redirect(`${pathTo("/linkage")}?asked`, 303);
    },
  ],
});

/** How much waits for the reader, and where to begin. */
export default function QueuePage() {
  const { frame, queue, model, asked, last } = useLoaderData<typeof loader>();
  const { t } = useTranslation("linkage");
  const format = useFormat(frame.timeZone);
  useShortcuts();
  const search = (
    <ButtonLink href={pathTo("/linkage/search")} icon="search" shortcut="/">
      {t("pair.none")}
    </ButtonLink>
  );
  return (
    <LinkagePage frame={frame} here="queue" title={t("queue.title")} lede={t("queue.lede")} width="form">
      {asked && <Banner>{t("model.asked")}</Banner>}
      {last && <LastAnswer last={last} timeZone={frame.timeZone} />}
      {queue.nextId === null ? (
        <EmptyState title={t("queue.none")} icon="check" action={search}>
          {t("queue.noneWhy")}
        </EmptyState>
      ) : (
        <Card>
          <h2>{t("queue.waiting", { count: queue.waiting })}</h2>
          <p className="row mt-3">
            <ButtonLink
              href={pathTo("/linkage/pairs/:id", { id: queue.nextId })}
              variant="primary"
              shortcut="n"
            >
              {t("queue.start")}
            </ButtonLink>
            {search}
          </p>
        </Card>
      )}
      {queue.answered > 0 && (
        <p className="meta mt-3">
          {t("queue.answered", { count: queue.answered })}{" "}
          {queue.medianSeconds !== null &&
            t("queue.median", { seconds: format.number(Math.ceil(queue.medianSeconds)) })}
        </p>
      )}
      <ModelCard model={model} timeZone={frame.timeZone} />
    </LinkagePage>
  );
}
