import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { list, text } from "~/auth/form-fields";
import type { ComparedPair, ComparedSide } from "~/domain/directory/duplicates/read-duplicate.server";
import { keepApart, mergePair, readDuplicate } from "~/domain/directory/index.server";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { CheckboxGroup, RadioGroup } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { pageHandle } from "~/ui/page/page-handle";
import { Note, Tag } from "~/ui/tag";
import { frameOf } from "./frame-of";
import { RecordPage } from "./directory-list/record-page";
import { useRefusalWords } from "./directory-list/refusal-words";
import { RuleTags } from "./duplicates/rule-tags";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:compare.title"),
});

export const loader = deskLoader("admin", async ({ ctx, params, session }) => ({
  frame: frameOf(session),
  timeZone: session.membership.timeZone,
  pair: await readDuplicate(ctx, { pairId: params.id ?? "" }),
}));

const listOf = ({ entity }: ComparedPair) => `/admin/duplicates?of=${entity}`;

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

const alsoShown = {
  organization: ["state", "source", "people", "listings", "phones", "openReferrals"],
  service: ["state", "source", "assuredAt", "phones", "places", "openReferrals"],
} as const;

function inWords(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(String).join(", ");
  if (value instanceof Date) return "";
  if (typeof value === "object") {
    const texts = Object.values(value as Record<string, Record<string, string>>);
    return texts.flatMap((words) => Object.values(words)).join("\n");
  }
  return String(value);
}

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
      list={{ href: "/admin/duplicates", label: t("duplicates.title") }}
    >
      <Card aria-labelledby="rules">
        <h2 id="rules">{t("compare.rules")}</h2>
        <RuleTags evidence={pair.evidence} all />
      </Card>
      <Card aria-labelledby="fields">
        <h2 id="fields">{t("compare.fields")}</h2>
        <SideBySide pair={pair} timeZone={timeZone} />
      </Card>
      {pair.status === "open" ? <Decide pair={pair} errors={errors} /> : <Note>{t("compare.decided")}</Note>}
    </RecordPage>
  );
}

function differing({ first, second, fields }: ComparedPair): string[] {
  return fields.filter(
    (field) => JSON.stringify(first.values[field]) !== JSON.stringify(second.values[field]),
  );
}

function SideBySide({ pair, timeZone }: { pair: ComparedPair; timeZone: string }) {
  const { t } = useTranslation("admin-directory");
  const format = useFormat(timeZone);
  const different = new Set(differing(pair));
  const also = (side: ComparedSide, key: (typeof alsoShown)["service" | "organization"][number]) =>
    key === "assuredAt" ? (side.assuredAt ? format.date(side.assuredAt, "year") : "") : inWords(side[key]);
  const rows = [
    ...alsoShown[pair.entity].map((key) => ({
      key,
      label: t(`compare.also.${key}`),
      first: also(pair.first, key),
      second: also(pair.second, key),
      differs: false,
    })),
    ...pair.fields.map((field) => ({
      key: field,
      label: t(`field.${field}`),
      first: inWords(pair.first.values[field]),
      second: inWords(pair.second.values[field]),
      differs: different.has(field),
    })),
  ].filter(({ first, second }) => first || second);
  const cell = (words: string) =>
    words ? (
      <span className="[overflow-wrap:anywhere] whitespace-pre-line">{words.slice(0, 600)}</span>
    ) : (
      <span className="meta">{t("compare.empty")}</span>
    );
  type Row = (typeof rows)[number];
  return (
    <DataTable
      caption={t("compare.fields")}
      quietCaption
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: "field",
          label: t("compare.field"),
          header: true,
          cell: (row: Row) => (
            <>
              {row.label} {row.differs && <Tag tone="warn">{t("compare.differs")}</Tag>}
            </>
          ),
        },
        { key: "first", label: t("compare.first"), cell: (row: Row) => cell(row.first) },
        { key: "second", label: t("compare.second"), cell: (row: Row) => cell(row.second) },
      ]}
    />
  );
}

function Decide({ pair, errors }: { pair: ComparedPair; errors: Record<string, string[]> }) {
  const { t } = useTranslation("admin-directory");
  const name = (side: ComparedSide) => String(side.values["name"] ?? "");
  const versions = { firstVersion: pair.first.version, secondVersion: pair.second.version };
  return (
    <Card aria-labelledby="decide">
      <h2 id="decide">{t("compare.keep")}</h2>
      <PageForm method="post" stack values={{ intent: "merge", ...versions }}>
        <RadioGroup
          name="keptId"
          label={t("compare.keep")}
          quietLegend
          column
          error={errors["keptId"]?.[0]}
          choices={[
            { value: pair.first.id, label: t("compare.keepFirst", { name: name(pair.first) }) },
            { value: pair.second.id, label: t("compare.keepSecond", { name: name(pair.second) }) },
          ]}
        />
        {differing(pair).length > 0 && (
          <CheckboxGroup
            name="takeFields"
            label={t("compare.take")}
            hint={t("compare.takeHint")}
            column
            choices={differing(pair).map((value) => ({ value, label: t(`field.${value}`) }))}
          />
        )}
        <p className="meta">
          {t(pair.entity === "service" ? "compare.mergeService" : "compare.mergeOrganization")}
        </p>
        <div className="row">
          <Button variant="primary">{t("compare.merge")}</Button>
        </div>
      </PageForm>
      <PageForm method="post" values={{ intent: "apart" }} className="mt-3">
        <Button>{t("compare.apart")}</Button> <span className="meta">{t("compare.apartWhat")}</span>
      </PageForm>
    </Card>
  );
}
