import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { areaName } from "~/domain/directory/areas/area-names";
import { endArea, readArea, restoreArea, saveArea, undoAreaChange } from "~/domain/directory/index.server";
import { countyInWords } from "~/domain/directory/places/county-places";
import { useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ErrorSummary } from "~/ui/form/error-summary";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { AdminFrame } from "./admin-frame";
import { AreaForm } from "./area/area-form";
import { AreaCheck } from "./area/area-check";
import { LastChange, UseCard, WhereCard } from "./area/area-cards";
import { useAreaErrors } from "./area/use-area-errors";
import { frameOf } from "./frame-of";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-areas:title"),
});
const notices = ["added", "saved", "ended", "restored", "undone"] as const;
const inWords = <T extends { liesIn: string[] }>(one: T) => ({
  ...one,
  liesIn: one.liesIn.map(countyInWords),
});

export const loader = deskLoader("admin", async ({ ctx, params, url, session }) => {
  const area = params.id === "new" ? null : await readArea(ctx, { id: params.id ?? "" });
  return {
    frame: frameOf(session),
    area: area && inWords(area),
    values: {
      nameEn: area?.nameEn ?? "",
      nameEs: area?.nameEs ?? "",
      otherNames: area?.otherNames.join("\n") ?? "",
      zips: area?.zips.join(" ") ?? "",
      counties: area?.counties.map(countyInWords).join("\n") ?? "",
    },
    notice: notices.find((one) => url.searchParams.has(one)) ?? null,
  };
});

const fields = z.object({
  ...{ version: text, nameEn: text, nameEs: text, otherNames: text, zips: text, counties: text },
});
const keyFields = z.object({ version: text });
const inputOf = ({ params, input }: DeskArgs & { input: z.output<typeof fields> }) => ({
  ...input,
  id: params.id === "new" ? "" : (params.id ?? ""),
});
const done = (id: string, notice: (typeof notices)[number]) =>
  redirect(`${pathTo("/admin/areas/:id", { id })}?${notice}`, 303);
const settle = (act: typeof endArea, notice: (typeof notices)[number]) =>
  [
    keyFields,
    async ({ ctx, params, input }: DeskArgs & { input: z.output<typeof keyFields> }) => {
      const id = params.id ?? "";
      await act(ctx, { id, ...input });
      return done(id, notice);
    },
  ] as const;

export const action = deskAction("admin", {
  check: [
    fields,
    async (args) => ({
      check: inWords(await saveArea(args.ctx, { ...inputOf(args), dryRun: true })),
      typed: args.input as Record<string, string>,
    }),
  ],
  save: [
    fields,
    async (args) => {
      const { id } = await saveArea(args.ctx, inputOf(args));
      return done(id, args.params.id === "new" ? "added" : "saved");
    },
  ],
  end: settle(endArea, "ended"),
  restore: settle(restoreArea, "restored"),
  undo: settle(undoAreaChange, "undone"),
});

/** One area, new or changed: its names, where it is, whom a change touches, and whether it is used. */
export default function AreaPage() {
  const { frame, area, values, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("admin-areas");
  const language = useLanguage();
  const { refused, errors } = useAreaErrors(answer);
  const title = area ? areaName(area, language) : t("newTitle");
  const typed: Record<string, string> = answer?.typed ?? values;
  const list = { href: pathTo("/admin/areas"), label: t("back") };
  return (
    <AdminFrame
      {...frame}
      current="more"
      title={title}
      crumbs={<Breadcrumbs label={t("admin-county:here")} crumbs={[list, { label: title }]} />}
    >
      {refused && (
        <ErrorSummary
          title={
            refused.conflict
              ? t(`errors.${refused.conflict}`, { defaultValue: t("errors.other") })
              : t("common:form.problem", { count: Math.max(1, Object.keys(errors).length) })
          }
          errors={errors}
        />
      )}
      {!answer && notice && <Banner>{t(`notice.${notice}`)}</Banner>}
      <div className="form-stack">
        {answer && "check" in answer && <AreaCheck check={answer.check} typed={answer.typed} />}
        <AreaForm version={area?.version ?? 0} values={typed} errors={errors} />
        {area && <WhereCard area={area} />}
        {area && area.lastChange.length > 0 && (
          <LastChange changes={area.lastChange} version={area.version} />
        )}
        {area && <UseCard ended={area.endedAt !== null} version={area.version} />}
      </div>
    </AdminFrame>
  );
}
