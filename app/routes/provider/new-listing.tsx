import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { createListing } from "~/domain/directory/index.server";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { keepingValues } from "../listing-editor/read-fields.server";
import { providerFrame } from "./provider-frame.server";
import { ProviderPage } from "./provider-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("provider-listings:new.title"),
});
export const loader = deskLoader("provider", async (args) => {
  if (args.ctx.actor.role !== "provider_manager") throw new Response(null, { status: 403 });
  return { frame: await providerFrame(args) };
});

export const action = deskAction("provider", {
  create: [
    z.object({ name: text }),
    ({ input, ...args }) =>
      keepingValues(args, input, async () => {
        const id = await createListing(args.ctx, input);
        return redirect(pathTo("/provider/:org/listings/:id", { org: args.params.org, id }), 303);
      }),
  ],
});

/** A new listing starts with its name; the task list follows. */
export default function NewListing() {
  const { frame } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("provider-listings");
  const errors = refused?.errors;
  const crumbs = [
    { href: pathTo("/provider/:org/listings", { org: frame.org }), label: t("list.title") },
    { label: t("new.title") },
  ];
  return (
    <ProviderPage
      frame={frame}
      here="listings"
      width="form"
      title={t("new.title")}
      lede={t("new.lede")}
      crumbs={<Breadcrumbs label={t("crumbs")} crumbs={crumbs} />}
    >
      {errors && (
        <ErrorSummary
          title={t("common:form.problem", { count: Object.keys(errors).length })}
          errors={errors}
        />
      )}
      <PageForm method="post" values={{ intent: "create" }} stack className="card card-body">
        <TextField
          name="name"
          label={t("field.name")}
          error={errors?.["name"]?.[0]}
          maxLength={120}
          defaultValue={refused && "values" in refused ? refused.values.name : ""}
        />
        <div className="row">
          <Button variant="primary">{t("common:action.continue")}</Button>
        </div>
      </PageForm>
    </ProviderPage>
  );
}
