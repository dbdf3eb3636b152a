import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { type EntryKind, entryKinds, milestoneStates, partnerKinds } from "~/domain/goals/community-entry";
import { readCommunityEntry, saveCommunityEntry, settleCommunityEntry } from "~/domain/goals/index.server";
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
import { GoalsRefusal, useGoalsErrors } from "./use-goals-errors";
import { WrittenIn } from "./written-in";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("goals:community.title"),
});

function kindOf(asked: string | undefined): EntryKind {
  const kind = entryKinds.find((one) => one === asked);
  if (!kind) throw new NotFound();
  return kind;
}

export const loader = deskLoader("manager", async ({ ctx, params, session }) => {
  const kind = kindOf(params.kind);
  const entry = params.id === "new" ? null : await readCommunityEntry(ctx, { id: params.id ?? "" });
  if (entry && (entry.kind !== kind || entry.removed)) throw new NotFound();
  return { frame: frameOf(session), kind, entry };
});

const fields = z.object({
  ...{
    version: text,
    language: text,
    variety: text,
    title: text,
    text,
    outcome: text,
    day: text,
    doneOn: text,
  },
});

export const action = deskAction("manager", {
  save: [
    fields,
    async ({ ctx, params, input }) => {
      const id = params.id === "new" ? "" : (params.id ?? "");
      await saveCommunityEntry(ctx, { ...input, id, kind: kindOf(params.kind) });
      return redirect(`${pathTo("/manager/community")}?saved`, 303);
    },
  ],
  remove: [
    z.object({ version: z.coerce.number() }),
    async ({ ctx, params, input: { version } }) => {
      const id = params.id ?? "";
      await settleCommunityEntry(ctx, { id, version, act: "remove" });
      const words = new URLSearchParams({ removed: id, version: String(version + 1) }).toString();
      return redirect(`${pathTo("/manager/community")}?${words}`, 303);
    },
  ],
});

const varieties = { partner: partnerKinds, milestone: milestoneStates, asked: null, lesson: null };

/** A partner, a milestone, who was asked or a lesson: new or changed. */
export default function CommunityEntryPage() {
  const { frame, kind, entry } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("goals");
  const language = useLanguage();
  const errors = useGoalsErrors(refused);
  const { language: writtenIn, variety, title: name, text: words, outcome, day, doneOn } = entry ?? {};
  const kept: Record<string, string | null | undefined> = {
    ...{ language: writtenIn, variety, title: name, text: words, outcome, day, doneOn },
    ...refused?.typed,
  };
  const props = (name: string) => ({
    ...{ name, label: t(`community.field.${kind}.${name}`), error: errors[name]?.[0] },
    defaultValue: kept[name] ?? "",
  });
  const title = t(entry ? `community.kind.${kind}` : `community.add.${kind}`);
  const list = { href: pathTo("/manager/community"), label: t("community.title") };
  return (
    <ManagerPage
      frame={frame}
      here="goals"
      width="form"
      title={title}
      lede={t(kind === "lesson" ? "namelessLesson" : "nameless")}
      crumbs={<Breadcrumbs label={list.label} crumbs={[list, { label: title }]} />}
    >
      <GoalsRefusal refused={refused} />
      <Card>
        <PageForm method="post" stack values={{ intent: "save", version: entry?.version ?? 0 }}>
          <WrittenIn kept={kept["language"] ?? language} />
          <TextField {...props("title")} maxLength={160} />
          {varieties[kind] && (
            <SelectField
              {...props("variety")}
              options={varieties[kind].map((value) => ({ value, label: t(`community.${kind}.${value}`) }))}
            />
          )}
          <TextareaField {...props("text")} rows={kind === "lesson" ? 8 : 4} />
          {kind === "asked" && <TextareaField {...props("outcome")} rows={4} />}
          {kind !== "lesson" && <TextField {...props("day")} type="date" narrow />}
          {kind === "milestone" && <TextField {...props("doneOn")} type="date" narrow />}
          <div className="row">
            <Button variant="primary">{t("community.save")}</Button>
            <a href={list.href}>{t("cancel")}</a>
          </div>
        </PageForm>
      </Card>
      {entry && (
        <PageForm method="post" className="mt-3" values={{ intent: "remove", version: entry.version }}>
          <Button variant="danger">{t("community.remove")}</Button>
        </PageForm>
      )}
    </ManagerPage>
  );
}
