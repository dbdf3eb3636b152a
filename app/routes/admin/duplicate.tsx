import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { list, text } from "~/auth/form-fields";
import type { ComparedPair } from "~/domain/directory/duplicates/read-duplicate.server";
import { keepApart, mergePair, readDuplicate } from "~/domain/directory/index.server";
import { pathTo } from "~/paths";
import { Card } from "~/ui/card";
import { pageHandle } from "~/ui/page/page-handle";
import { Note } from "~/ui/tag";
import { frameOf } from "./frame-of";
import { RecordPage } from "./directory-list/record-page";
import { useRefusalWords } from "./directory-list/refusal-words";
import { DecideCard } from "./duplicates/decide-card";
import { RuleTags } from "./duplicates/rule-tags";
import { SideBySide } from "./duplicates/side-by-side";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:compare.title"),
});

export const loader = deskLoader("admin", async ({ ctx, params, session }) => ({
  frame: frameOf(session),
  timeZone: session.membership.timeZone,
  pair: await readDuplicate(ctx, { pairId: params.id ?? "" }),
}));

const listOf = ({ entity }: ComparedPair) => `${pathTo("/admin/duplicates")}?of=${entity}`;

export const action = deskAction("admin", {
  merge: [
    z.object({ keptId: text, firstVersion: text, secondVersion: text, takeFields: list(z.string()) }),
    async ({ ctx, params, input }) => {
      const pairId = params.id ?? "";
      const { keptId, firstVersion, secondVersion, takeFields } = input;
      const pair = await readDuplicate(ctx, { pairId });
      const [keptVersion, mergedVersion] =
        keptId === pair.first.id ? [firstVersion, secondVersion] : [secondVersion, firstVersion];
      await mergePair(ctx, { pairId, keptId, keptVersion, mergedVersion, takeFields });
      return redirect(`${listOf(pair)}&merged`, 303);
    },
  ],
  apart: [
    z.object({}),
    async ({ ctx, params }) => {
      const pairId = params.id ?? "";
      const pair = await readDuplicate(ctx, { pairId });
      await keepApart(ctx, { pairId });
      return redirect(`${listOf(pair)}&apart`, 303);
    },
  ],
});

/** Two rows side by side, every rule that was tried, and the two answers. */
export default function DuplicatePage() {
  const { frame, timeZone, pair } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("admin-directory");
  const errors = useRefusalWords(refused);
  return (
    <RecordPage
      {...{ frame, refused, errors }}
      current="more"
      title={t("compare.title")}
      list={{ href: pathTo("/admin/duplicates"), label: t("duplicates.title") }}
    >
      <Card aria-labelledby="rules">
        <h2 id="rules">{t("compare.rules")}</h2>
        <RuleTags evidence={pair.evidence} all />
      </Card>
      <Card aria-labelledby="fields">
        <h2 id="fields">{t("compare.fields")}</h2>
        <SideBySide pair={pair} timeZone={timeZone} />
      </Card>
      {pair.status === "open" ? (
        <DecideCard pair={pair} errors={errors} />
      ) : (
        <Note>{t("compare.decided")}</Note>
      )}
    </RecordPage>
  );
}
