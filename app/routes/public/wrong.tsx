import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { publicAction, publicLoader } from "~/auth/public-page.server";
import { recordListingConcern } from "~/domain/feedback/index.server";
import { concernFields, recordListingConcernSchema } from "~/domain/feedback/record-listing-concern.schema";
import { requireLanguage } from "~/locales/require-language";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/form/choices";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { TextareaField } from "~/ui/form/text-field";
import { pageHandle } from "~/ui/page/page-handle";
import { PublicPage } from "~/ui/page/public-page";
import { describeProgram } from "./finder/describe-program.server";
import { finderWords } from "./finder/finder-words.server";

export const handle = pageHandle<typeof loader>({
  family: true,
  robots: "noindex",
  title: (t) => t("public:wrong.title"),
});

export const loader = publicLoader(async ({ ctx, params, url }) => {
  const language = requireLanguage(params.lang);
  const { card } = await describeProgram(ctx, await finderWords(ctx, language), params.slug ?? "");
  return {
    name: card.name,
    nameLanguage: card.nameLanguage,
    program: pathTo("/:lang/programs/:slug", { lang: language, slug: card.slug }),
    done: url.searchParams.has("done"),
  };
});

export const action = publicAction({
  tell: [
    recordListingConcernSchema.omit({ slug: true }),
    async ({ ctx, params, input }) => {
      const slug = params.slug ?? "";
      await recordListingConcern(ctx, { slug, ...input });
      return redirect(
        `${pathTo("/:lang/programs/:slug/wrong", { lang: requireLanguage(params.lang), slug })}?done`,
        303,
      );
    },
  ],
});

/** "Something wrong?": what, and what it should say. Nobody is asked who they are. */
export default function Wrong() {
  const { name, nameLanguage, program, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("public");
  const errors = Object.fromEntries(
    Object.entries(refused?.errors ?? {}).map(([field, codes]) => [
      field,
      codes.map((code) => t(code === "too_long" ? "wrong.too_long" : "wrong.required")),
    ]),
  );
  if (done) {
    return (
      <PublicPage title={t("wrong.doneTitle")} lede={t("wrong.done")}>
        <p>
          <a href={program}>{t("wrong.backToProgram")}</a>
        </p>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t("wrong.title")} lede={t("wrong.lede")}>
      <p>
        {t("wrong.about", { name: "" })}
        <a href={program} lang={nameLanguage}>
          {name}
        </a>
      </p>
      {Object.keys(errors).length > 0 && (
        <ErrorSummary
          title={t("common:form.problem", { count: Object.keys(errors).length })}
          errors={errors}
        />
      )}
      <PageForm method="post" values={{ intent: "tell" }} stack className="card card-body">
        <RadioGroup
          name="field"
          label={t("wrong.field")}
          choices={concernFields.map((value) => ({ value, label: t(`wrong.fields.${value}`) }))}
          value={refused?.typed["field"]}
          error={errors["field"]?.[0]}
          column
        />
        <TextareaField
          name="words"
          label={t("wrong.words")}
          hint={t("wrong.wordsHint")}
          rows={3}
          maxLength={1000}
          defaultValue={refused?.typed["words"] ?? ""}
          error={errors["words"]?.[0]}
        />
        <Button variant="primary">{t("wrong.send")}</Button>
      </PageForm>
    </PublicPage>
  );
}
