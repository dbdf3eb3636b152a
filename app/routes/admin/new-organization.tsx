import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text, ticked } from "~/auth/form-fields";
import { createOrganization } from "~/domain/organizations/index.server";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Checkbox } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";
import { pageHandle } from "~/ui/page/page-handle";
import { RecordPage } from "./directory-list/record-page";
import { useRefusalWords } from "./directory-list/refusal-words";
import { frameOf } from "./frame-of";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:newOrganization.title"),
});

export const loader = deskLoader("admin", async ({ session }) => ({ frame: frameOf(session) }));

export const action = deskAction("admin", {
  add: [
    z.object({ name: text, email: text, victimServiceProvider: ticked, part2Program: ticked }),
    async ({ ctx, input }) => {
      const id = await createOrganization(ctx, { ...input, email: input.email || null });
      return redirect(`${pathTo("/admin/organizations/:id", { id })}?added`, 303);
    },
  ],
});

/** An organization that no directory brought: its name, and what its work changes for families. */
export default function NewOrganizationPage() {
  const { frame } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("admin-directory");
  const errors = useRefusalWords(refused);
  const typed: Partial<Record<string, string>> = refused?.typed ?? {};
  const tick = (name: "victimServiceProvider" | "part2Program") => (
    <Checkbox
      name={name}
      label={t(`newOrganization.${name}`)}
      hint={t(`newOrganization.hint.${name}`)}
      defaultChecked={typed[name] === "on"}
    />
  );
  return (
    <RecordPage
      {...{ frame, refused, errors }}
      current="organizations"
      title={t("newOrganization.title")}
      list={{ href: pathTo("/admin/organizations"), label: t("organization.back") }}
    >
      <Card>
        <PageForm method="post" stack className="form-narrow" values={{ intent: "add" }}>
          <TextField
            name="name"
            label={t("organizations.name")}
            defaultValue={typed["name"]}
            error={errors["name"]?.[0]}
            maxLength={200}
          />
          <TextField
            type="email"
            name="email"
            label={t("organization.email")}
            hint={t("newOrganization.hint.email")}
            defaultValue={typed["email"]}
            error={errors["email"]?.[0]}
            maxLength={254}
          />
          {tick("victimServiceProvider")}
          {tick("part2Program")}
          <div className="row">
            <Button variant="primary">{t("newOrganization.add")}</Button>
          </div>
        </PageForm>
      </Card>
    </RecordPage>
  );
}
