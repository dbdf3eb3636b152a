import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { changeNeed, deprecateNeed, listNeeds, restoreNeed } from "~/domain/directory/index.server";
import { NotFound } from "~/domain/kernel/errors";
import { translate } from "~/locales/translator.server";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { TextareaField, TextField } from "~/ui/form/text-field";
import { DescriptionList } from "~/ui/lists";
import { pageHandle } from "~/ui/page/page-handle";
import { frameOf } from "./frame-of";
import { RecordPage } from "./directory-list/record-page";
import { OfferCard } from "./directory-list/offer-card";
import { useNeedName } from "./directory-list/use-need-name";
import { useRefusalWords } from "./directory-list/refusal-words";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:needs.title"),
});
const notices = ["needSaved", "needEnded", "needRestored"] as const;

export const loader = deskLoader("admin", async ({ ctx, params, url, session }) => {
  const needs = await listNeeds(ctx);
  const need = needs.find(({ code }) => code === params.code);
  if (!need) throw new NotFound();
  return {
    frame: frameOf(session),
    need,
    ours: { en: translate("en", "needs")(need.code), es: translate("es", "needs")(need.code) },
    others: needs
      .filter(({ code, deprecatedAt }) => code !== need.code && !deprecatedAt)
      .map(({ code, nameEn, nameEs }) => ({ code, nameEn, nameEs })),
    replacement: needs.find(({ code }) => code === need.replacedBy) ?? null,
    notice: notices.find((one) => url.searchParams.has(one)) ?? null,
  };
});

const done = (params: DeskArgs["params"], notice: (typeof notices)[number]) =>
  redirect(`${pathTo("/admin/needs/:code", { code: params.code })}?${notice}`, 303);

export const action = deskAction("admin", {
  words: [
    z.object({ version: text, nameEn: text, nameEs: text, synonymsEn: text, synonymsEs: text }),
    async ({ ctx, params, input }) => {
      await changeNeed(ctx, { code: params.code ?? "", ...input });
      return done(params, "needSaved");
    },
  ],
  end: [
    z.object({ version: text, replacedBy: text }),
    async ({ ctx, params, input }) => {
      await deprecateNeed(ctx, { code: params.code ?? "", ...input });
      return done(params, "needEnded");
    },
  ],
  restore: [
    z.object({ version: text }),
    async ({ ctx, params, input }) => {
      await restoreNeed(ctx, { code: params.code ?? "", ...input });
      return done(params, "needRestored");
    },
  ],
});

/** One need: its names and words here, and whether it is offered. */
export default function NeedPage() {
  const { frame, need, ours, others, replacement, notice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("admin-directory");
  const errors = useRefusalWords(refused);
  const name = useNeedName()(need);
  const line = (field: "nameEn" | "nameEs", own: string) => (
    <TextField
      name={field}
      label={t(`need.${field}`, { ours: own })}
      defaultValue={need[field] ?? ""}
      error={errors[field]?.[0]}
      maxLength={80}
    />
  );
  const lines = (field: "synonymsEn" | "synonymsEs") => (
    <TextareaField
      name={field}
      label={t(`need.${field}`)}
      rows={4}
      defaultValue={need[field].join("\n")}
      error={errors[field]?.[0]}
    />
  );
  return (
    <RecordPage
      {...{ frame, refused, errors }}
      current="more"
      title={name}
      list={{ href: pathTo("/admin/needs"), label: t("needs.title") }}
      notice={notice}
    >
      <Card aria-labelledby="words">
        <h2 id="words">{t("need.words")}</h2>
        <p className="meta">{t("need.wordsLede")}</p>
        <PageForm
          method="post"
          stack
          className="form-narrow"
          values={{ intent: "words", version: need.version }}
        >
          {line("nameEn", ours.en)}
          {line("nameEs", ours.es)}
          {lines("synonymsEn")}
          {lines("synonymsEs")}
          <div className="row">
            <Button variant="primary">{t("need.save")}</Button>
          </div>
        </PageForm>
        <div className="mt-4">
          <DescriptionList
            facts={[
              { term: t("need.always"), detail: [...need.ownEn, ...need.ownEs].join(", ") },
              { term: t("need.mapped"), detail: [...need.openEligibility, ...need.sdohcc].join(", ") },
            ]}
          />
        </div>
      </Card>
      <OfferCard {...{ need, others, replacement, errors }} />
    </RecordPage>
  );
}
