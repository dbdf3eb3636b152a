import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { listBases, readOwnJurisdiction, saveBasis, settleBasis } from "~/domain/jurisdiction/index.server";
import { saveBasisSchema } from "~/domain/jurisdiction/change-basis.schema";
import { NotFound } from "~/domain/kernel/errors";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { BasesCard } from "./county/bases-card";
import { BasisForm } from "./county/basis-form";
import { CheckCard } from "./county/check-card";
import { countyActs, noticeIn } from "./county/county-acts.server";
import { CountyPage, useErrorWords } from "./county/county-page";
import { frameOf } from "./frame-of";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-county:bases.title"),
});

export const loader = deskLoader("admin", async ({ ctx, url, session }) => {
  const bases = await listBases(ctx);
  const key = url.searchParams.get("basis");
  const basis = bases.find((one) => one.key === key) ?? null;
  if (key !== null && !basis) throw new NotFound();
  return {
    frame: frameOf(session),
    own: await readOwnJurisdiction(ctx),
    bases,
    basis,
    notice: noticeIn(url),
  };
});

const { kind } = saveBasisSchema.shape;
const fields = z.object({
  ...{ version: text, key: text, kind, citation: text, labelEn: text, labelEs: text, namesSender: text },
});
const inputOf = ({ namesSender, ...typed }: z.output<typeof fields>) => ({
  ...typed,
  namesSender: namesSender === "on",
});
const { done, undo } = countyActs(pathTo("/admin/county/bases"));

const keyFields = z.object({ version: text, key: text });
const settle = (act: "end" | "restore" | "remove") =>
  [
    keyFields,
    async ({ ctx, input }: DeskArgs & { input: z.output<typeof keyFields> }) => {
      await settleBasis(ctx, { ...input, act });
      return done("saved");
    },
  ] as const;

export const action = deskAction("admin", {
  check: [
    fields,
    async ({ ctx, input }) => {
      const changes = await saveBasis(ctx, { ...inputOf(input), dryRun: true });
      const typed: Record<string, string> = input;
      return { changes, typed };
    },
  ],
  save: [
    fields,
    async ({ ctx, input }) => {
      await saveBasis(ctx, inputOf(input));
      return done("saved");
    },
  ],
  end: settle("end"),
  restore: settle("restore"),
  remove: settle("remove"),
  undo,
});

/** What allows reaching out to a family that has not asked, with its citation. */
export default function CountyBasesPage() {
  const { frame, own, bases, basis, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("admin-county");
  const errors = useErrorWords(answer);
  const { timeZone } = own.kept;
  const values: Record<string, string> = answer?.typed ?? {
    kind: basis?.kind ?? "statute",
    citation: basis?.citation ?? "",
    labelEn: basis?.label["en"] ?? "",
    labelEs: basis?.label["es"] ?? "",
    namesSender: basis?.namesSender ? "on" : "",
  };
  return (
    <CountyPage
      {...{ frame, own, timeZone, answer, errors, notice }}
      title={t("bases.title")}
      lede={t("bases.lede")}
    >
      {answer && "changes" in answer && (
        <CheckCard changes={answer.changes} timeZone={timeZone} typed={answer.typed}>
          <p>{t("bases.touches", { count: basis?.referrals ?? 0 })}</p>
        </CheckCard>
      )}
      <BasesCard bases={bases} version={own.version} />
      <BasisForm {...{ basis, values, errors }} version={own.version} />
    </CountyPage>
  );
}
