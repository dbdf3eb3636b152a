import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { readInitiative, removeInitiative } from "~/domain/goals/index.server";
import type { InitiativeRow } from "~/domain/goals/list-initiatives.server";
import { NotFound } from "~/domain/kernel/errors";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Card, VisuallyHidden } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { DescriptionList } from "~/ui/lists";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Note } from "~/ui/tag";
import { MovedFigure } from "./initiatives/moved-figure";
import { frameOf, ManagerPage } from "./manager-page";
import { GoalsRefusal } from "./use-goals-errors";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("goals:initiative.one"),
});

export const loader = deskLoader("manager", async ({ ctx, params, url, session }) => {
  const read = await readInitiative(ctx, { id: params.id ?? "" });
  if (read.initiative.removed) throw new NotFound();
  return { frame: frameOf(session), read, saved: url.searchParams.has("saved") };
});

export const action = deskAction("manager", {
  remove: [
    z.object({ version: z.coerce.number() }),
    async ({ ctx, params, input: { version } }) => {
      const id = params.id ?? "";
      await removeInitiative(ctx, { id, version });
      const words = new URLSearchParams({ removed: id, version: String(version + 1) }).toString();
      return redirect(`${pathTo("/manager/initiatives")}?${words}`, 303);
    },
  ],
});

/** One initiative, and each measure it hopes to move before and after its day. It does not show cause. */
export default function InitiativePage() {
  const { frame, read, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("goals");
  const { initiative } = read;
  const id = initiative.id;
  const inWords = (words: string) => <span lang={initiative.language}>{words}</span>;
  return (
    <ManagerPage
      frame={frame}
      here="goals"
      title={initiative.title}
      crumbs={
        <Breadcrumbs
          label={t("initiative.list")}
          crumbs={[
            { href: pathTo("/manager/initiatives"), label: t("initiative.list") },
            { label: inWords(initiative.title) },
          ]}
        />
      }
      actions={
        <>
          <ButtonLink href={pathTo("/manager/initiatives/:id/edit", { id })} small icon="pencil">
            {t("initiative.edit")}
          </ButtonLink>
          <ButtonLink href={pathTo("/manager/initiatives/:id.csv", { id })} small icon="download">
            {t("manager:goals.csv")}
          </ButtonLink>
        </>
      }
    >
      <GoalsRefusal refused={refused} />
      {!refused && saved && <Banner>{t("initiative.saved")}</Banner>}
      <Card>
        <InitiativeFacts initiative={initiative} timeZone={frame.timeZone} />
      </Card>
      <div className="mt-3">
        <Note>{t("initiative.cause")}</Note>
      </div>
      <VisuallyHidden as="h2">{t("initiative.beforeAfter")}</VisuallyHidden>
      <div className="pair mt-3">
        {read.measures.map((moved) => (
          <MovedFigure
            key={moved.spec.id}
            moved={moved}
            day={initiative.startsOn}
            timeZone={frame.timeZone}
          />
        ))}
      </div>
      <PageForm
        method="post"
        className="mt-3 no-print"
        values={{ intent: "remove", version: initiative.version }}
      >
        <Button variant="danger">{t("initiative.remove")}</Button>
      </PageForm>
    </ManagerPage>
  );
}

function InitiativeFacts({ initiative, timeZone }: { initiative: InitiativeRow; timeZone: string }) {
  const { t } = useTranslation("goals");
  const format = useFormat(timeZone);
  const inWords = (words: string) => <span lang={initiative.language}>{words}</span>;
  const facts = [
    { term: t("initiative.field.what"), detail: inWords(initiative.what) },
    { term: t("initiative.field.place"), detail: inWords(initiative.place) },
    { term: t("initiative.field.byWhom"), detail: inWords(initiative.byWhom) },
    { term: t("initiative.field.startsOn"), detail: format.date(initiative.startsOn, "year") },
    ...(initiative.endsOn
      ? [{ term: t("initiative.field.endsOn"), detail: format.date(initiative.endsOn, "year") }]
      : []),
  ];
  return <DescriptionList facts={facts} />;
}
