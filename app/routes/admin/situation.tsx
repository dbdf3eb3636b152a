import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { list, text } from "~/auth/form-fields";
import {
  changeSituation,
  endSituation,
  listNeeds,
  listSituations,
  restoreSituation,
} from "~/domain/directory/index.server";
import { NotFound } from "~/domain/kernel/errors";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { pageHandle } from "~/ui/page/page-handle";
import { frameOf } from "./frame-of";
import { RecordPage } from "./directory-list/record-page";
import { useRefusalWords } from "./directory-list/refusal-words";
import { SituationForm } from "./situations/situation-form";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:situations.title"),
});
const notices = ["situationSaved", "situationEnded", "situationRestored"] as const;
const isNew = (code: string | undefined) => code === "new";

export const loader = deskLoader("admin", async ({ ctx, params, url, session }) => {
  const situation = (await listSituations(ctx)).find(({ code }) => code === params.code) ?? null;
  if (!situation && !isNew(params.code)) throw new NotFound();
  return {
    frame: frameOf(session),
    situation,
    needs: (await listNeeds(ctx))
      .filter(({ deprecatedAt }) => !deprecatedAt)
      .map(({ code, nameEn, nameEs }) => ({ code, nameEn, nameEs })),
    notice: notices.find((one) => url.searchParams.has(one)) ?? null,
  };
});

const done = (code: string, notice: (typeof notices)[number]) =>
  redirect(`${pathTo("/admin/situations/:code", { code })}?${notice}`, 303);
const settle = (act: typeof endSituation, notice: (typeof notices)[number]) =>
  [
    z.object({ version: text }),
    async ({ ctx, params, input }: DeskArgs & { input: { version: string } }) => {
      const code = params.code ?? "";
      await act(ctx, { code, ...input });
      return done(code, notice);
    },
  ] as const;

const fields = z.object({
  ...{ version: text, nameEn: text, nameEs: text, synonymsEn: text, synonymsEs: text, words: text },
  needCodes: list(z.string()),
});

export const action = deskAction("admin", {
  save: [
    fields,
    async ({ ctx, params, input }) => {
      const code = isNew(params.code) ? "" : (params.code ?? "");
      return done(await changeSituation(ctx, { ...input, code }), "situationSaved");
    },
  ],
  end: settle(endSituation, "situationEnded"),
  restore: settle(restoreSituation, "situationRestored"),
});

/** One situation: what families here say, what programs write about it, and whether it is used. */
export default function SituationPage() {
  const { frame, situation, needs, notice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("admin-directory");
  const errors = useRefusalWords(refused);
  return (
    <RecordPage
      {...{ frame, refused, errors, notice }}
      current="more"
      title={situation?.nameEn ?? t("situation.new")}
      list={{ href: pathTo("/admin/situations"), label: t("situations.title") }}
    >
      <Card aria-labelledby="words">
        <h2 id="words">{t("situation.card")}</h2>
        <SituationForm situation={situation} needs={needs} errors={errors} />
      </Card>
      {situation && !situation.ours && (
        <Card>
          <PageForm
            method="post"
            values={{ intent: situation.deprecatedAt ? "restore" : "end", version: situation.version }}
          >
            {!situation.deprecatedAt && <p className="meta">{t("situation.endWhat")}</p>}
            <Button variant={situation.deprecatedAt ? undefined : "danger"}>
              {t(situation.deprecatedAt ? "situation.restore" : "situation.end")}
            </Button>
          </PageForm>
        </Card>
      )}
    </RecordPage>
  );
}
