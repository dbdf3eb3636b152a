import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { listOrganizationNames } from "~/auth/list-organization-names.server";
import {
  readSuggestion,
  refuseSuggestion,
  reopenSuggestion,
  takeSuggestion,
} from "~/domain/feedback/index.server";
import type { ReadSuggestion } from "~/domain/feedback/suggestions/list-suggestions.server";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextareaField } from "~/ui/form/text-field";
import { DescriptionList } from "~/ui/lists";
import { pageHandle } from "~/ui/page/page-handle";
import { frameOf } from "./frame-of";
import { describeWhenAndWhere } from "./suggestion/describe-when-and-where.server";
import { RecordPage } from "./directory-list/record-page";
import { useRefusalWords } from "./directory-list/refusal-words";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:suggestions.title"),
});

export const loader = deskLoader("admin", async (args) => {
  const { ctx, params, url, session } = args;
  const suggestion = await readSuggestion(ctx, { id: params.id ?? "" });
  return {
    frame: frameOf(session),
    suggestion,
    now: suggestion.listing && (await describeWhenAndWhere(args, suggestion.listing.id)),
    organizations: await listOrganizationNames(ctx),
    taken: url.searchParams.has("taken"),
  };
});

const version = z.object({ version: text });

export const action = deskAction("admin", {
  take: [
    version.extend({
      listingVersion: z.string().optional(),
      organizationId: text,
      /** By field; what was emptied is not taken over. */
      value: z.record(z.string(), z.string()).default({}),
    }),
    async ({ ctx, params, input: { value, ...input } }) => {
      const id = params.id ?? "";
      const values = Object.fromEntries(Object.entries(value).filter(([, typed]) => typed.trim()));
      await takeSuggestion(ctx, { id, ...input, values });
      return redirect(`/admin/suggestions/${id}?taken`, 303);
    },
  ],
  refuse: [
    version.extend({ reason: text }),
    async ({ ctx, params, input }) => {
      await refuseSuggestion(ctx, { id: params.id ?? "", ...input });
      return redirect("/admin/suggestions?notTaken", 303);
    },
  ],
  reopen: [
    version,
    async ({ ctx, params, input }) => {
      await reopenSuggestion(ctx, { id: params.id ?? "", ...input });
      return redirect("/admin/suggestions?suggestionReopened", 303);
    },
  ],
});

/** One suggestion beside what the listing says now, and the two answers. */
export default function SuggestionPage() {
  const { frame, suggestion, taken } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("admin-directory");
  const errors = useRefusalWords(refused);
  const { row, proposed, listing } = suggestion;
  const title = listing?.name ?? proposed["name"] ?? t("suggestions.title");
  return (
    <RecordPage
      {...{ frame, refused, errors }}
      current="more"
      title={title}
      list={{ href: "/admin/suggestions", label: t("suggestions.title") }}
      notice={taken ? "taken" : null}
    >
      <SaidCard suggestion={suggestion} />
      {row.status === "open" && (
        <>
          <TakeCard suggestion={suggestion} errors={errors} />
          <RefuseCard version={row.version} errors={errors} />
        </>
      )}
    </RecordPage>
  );
}

/** What somebody proposed, and what became of it. */
function SaidCard({ suggestion }: { suggestion: ReadSuggestion }) {
  const { t } = useTranslation("admin-directory");
  const { row, proposed, listing, times } = suggestion;
  return (
    <Card aria-labelledby="said" className="[overflow-wrap:anywhere]">
      <h2 id="said">{t(`suggestions.kinds.${row.kind}`)}</h2>
      <p className="meta">{t("suggestion.times", { count: times })}</p>
      <DescriptionList
        facts={[
          ...(listing
            ? [
                {
                  key: "listing",
                  term: t("suggestion.listing"),
                  detail: <a href={`/en/programs/${listing.slug}`}>{listing.name}</a>,
                },
              ]
            : []),
          ...Object.entries(proposed).map(([field, value]) => ({
            key: field,
            term: t(`field.${field}`),
            detail: value,
          })),
          ...(row.words ? [{ key: "words", term: t("suggestion.words"), detail: row.words }] : []),
          ...(row.decisionReason
            ? [{ key: "reason", term: t("claim.reason"), detail: row.decisionReason }]
            : []),
        ]}
      />
      {row.resultServiceId && row.kind !== "closed" && (
        <p className="mt-2">
          <a href={`/admin/listing-review/${row.resultServiceId}`}>
            {t(row.kind === "new_listing" ? "suggestion.draft" : "suggestion.edit")}
          </a>
        </p>
      )}
      {row.status === "refused" && (
        <PageForm method="post" values={{ intent: "reopen", version: row.version }}>
          <Button small>{t("suggestion.reopen")}</Button>
        </PageForm>
      )}
    </Card>
  );
}

function RefuseCard({ version, errors }: { version: number; errors: Record<string, string[]> }) {
  const { t } = useTranslation("admin-directory");
  return (
    <Card aria-labelledby="refuse">
      <h2 id="refuse">{t("suggestion.refuse")}</h2>
      <p className="meta">{t("suggestion.thanks")}</p>
      <PageForm method="post" stack className="form-narrow" values={{ intent: "refuse", version }}>
        <TextareaField
          name="reason"
          label={t("suggestion.reason")}
          rows={2}
          maxLength={1000}
          error={errors["reason"]?.[0]}
        />
        <div className="row">
          <Button>{t("suggestion.refuse")}</Button>
        </div>
      </PageForm>
    </Card>
  );
}

function TakeCard({ suggestion, errors }: { suggestion: ReadSuggestion; errors: Record<string, string[]> }) {
  const { organizations, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("admin-directory");
  const { row, proposed, listing, applied } = suggestion;
  const fields = row.kind === "change" ? applied.filter((field) => proposed[field]) : [];
  const said: Record<string, string> = { ...listing?.now, ...now };
  const what =
    { change: "suggestion.takeChange", closed: "suggestion.takeClosed" }[row.kind] ?? "suggestion.takeNew";
  const key = { intent: "take", version: row.version, ...(listing && { listingVersion: listing.version }) };
  return (
    <Card aria-labelledby="take">
      <h2 id="take">{t("suggestion.take")}</h2>
      <p className="meta">{t(what)}</p>
      <PageForm method="post" stack className="form-narrow" values={key}>
        {fields.map((field) => (
          <TextareaField
            key={field}
            id={`values.${field}`}
            name={`value.${field}`}
            label={t(`field.${field}`)}
            hint={[
              said[field] ? t("suggestion.now", { value: said[field] }) : t("suggestion.nowNothing"),
              field === "place" && t("suggestion.place"),
            ]
              .filter(Boolean)
              .join(" ")}
            rows={field === "name" || field === "phone" || field === "url" ? 1 : 3}
            defaultValue={proposed[field]}
            error={errors[`values.${field}`]?.[0]}
          />
        ))}
        {row.kind === "new_listing" && (
          <SelectField
            name="organizationId"
            label={t("suggestion.organization")}
            empty={t("suggestion.newOrganization", { name: proposed["organization"] ?? "" })}
            options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <div className="row">
          <Button variant="primary">{t("suggestion.take")}</Button>
        </div>
      </PageForm>
    </Card>
  );
}
