import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { readInitiative, saveInitiative } from "~/domain/goals/index.server";
import { NotFound } from "~/domain/kernel/errors";
import { useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextareaField, TextField } from "~/ui/form/text-field";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { frameOf, ManagerPage } from "./manager-page";
import { useMeasureOptions } from "./measure-options";
import { GoalsRefusal, useGoalsErrors } from "./use-goals-errors";
import { WrittenIn } from "./written-in";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("goals:initiative.edit"),
});

export const loader = deskLoader("manager", async ({ ctx, params, session }) => {
  const read = params.id === "new" ? null : await readInitiative(ctx, { id: params.id ?? "" });
  if (read?.initiative.removed) throw new NotFound();
  return { frame: frameOf(session), initiative: read?.initiative ?? null };
});

const fields = z.object({
  ...{ version: text, language: text, title: text, what: text, place: text, byWhom: text },
  ...{ startsOn: text, endsOn: text, first: text, second: text, third: text, fourth: text },
});

export const action = deskAction("manager", {
  save: [
    fields,
    async ({ ctx, params, input: { first, second, third, fourth, ...words } }) => {
      const measures = [...new Set([first, second, third, fourth])].filter((one) => one !== "");
      const { id } = await saveInitiative(ctx, {
        ...{ ...words, measures, id: params.id === "new" ? "" : (params.id ?? "") },
      });
      return redirect(`${pathTo("/manager/initiatives/:id", { id })}?saved`, 303);
    },
  ],
});

/** An initiative, new or changed: what, where, when, by whom, and which measures it hopes to move. */
export default function InitiativeEditPage() {
  const { frame, initiative } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("goals");
  const language = useLanguage();
  const errors = useGoalsErrors(refused);
  const options = useMeasureOptions();
  const kept: Record<string, string | undefined> = {
    ...{
      title: initiative?.title,
      what: initiative?.what,
      place: initiative?.place,
      byWhom: initiative?.byWhom,
    },
    ...{ startsOn: initiative?.startsOn, endsOn: initiative?.endsOn ?? "" },
    ...refused?.typed,
  };
  const props = (name: string) => ({
    ...{
      name,
      label: t(`initiative.field.${name}`),
      defaultValue: kept[name] ?? "",
      error: errors[name]?.[0],
    },
  });
  const title = t(initiative ? "initiative.edit" : "initiative.new");
  const list = { href: pathTo("/manager/initiatives"), label: t("initiative.list") };
  return (
    <ManagerPage
      frame={frame}
      here="goals"
      width="form"
      title={title}
      lede={t("nameless")}
      crumbs={<Breadcrumbs label={list.label} crumbs={[list, { label: title }]} />}
    >
      <GoalsRefusal refused={refused} />
      <Card>
        <PageForm method="post" stack values={{ intent: "save", version: initiative?.version ?? 0 }}>
          <WrittenIn kept={refused?.typed["language"] ?? initiative?.language ?? language} />
          <TextField {...props("title")} maxLength={120} />
          <TextareaField {...props("what")} rows={4} />
          <TextField {...props("place")} maxLength={160} />
          <TextField {...props("byWhom")} maxLength={160} />
          <TextField {...props("startsOn")} type="date" narrow />
          <TextField {...props("endsOn")} type="date" narrow hint={t("initiative.endsHint")} />
          {(["first", "second", "third", "fourth"] as const).map((slot, at) => (
            <SelectField
              key={slot}
              name={slot}
              label={t("initiative.measure", { n: at + 1 })}
              empty={t("framework.noMeasure")}
              defaultValue={refused?.typed[slot] ?? initiative?.measures[at] ?? ""}
              error={errors[slot]?.[0]}
              options={options}
            />
          ))}
          <div className="row">
            <Button variant="primary">{t("initiative.save")}</Button>
            <a href={list.href}>{t("cancel")}</a>
          </div>
        </PageForm>
      </Card>
    </ManagerPage>
  );
}
