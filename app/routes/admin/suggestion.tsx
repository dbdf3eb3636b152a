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
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { frameOf } from "./frame-of";
import { describeWhenAndWhere } from "./suggestion/describe-when-and-where.server";
import { RecordPage } from "./directory-list/record-page";
import { useRefusalWords } from "./directory-list/refusal-words";
import { SaidCard } from "./suggestion/said-card";
import { RefuseCard, TakeCard } from "./suggestion/answer-cards";

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
      return redirect(`${pathTo("/admin/suggestions/:id", { id })}?taken`, 303);
    },
  ],
  refuse: [
    version.extend({ reason: text }),
    async ({ ctx, params, input }) => {
      await refuseSuggestion(ctx, { id: params.id ?? "", ...input });
      return redirect(`${pathTo("/admin/suggestions")}?notTaken`, 303);
    },
  ],
  reopen: [
    version,
    async ({ ctx, params, input }) => {
      await reopenSuggestion(ctx, { id: params.id ?? "", ...input });
      return redirect(`${pathTo("/admin/suggestions")}?suggestionReopened`, 303);
    },
  ],
});

/** One suggestion beside what the listing says now, and the two answers. */
export default function SuggestionPage() {
  const { frame, suggestion, organizations, now, taken } = useLoaderData<typeof loader>();
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
      list={{ href: pathTo("/admin/suggestions"), label: t("suggestions.title") }}
      notice={taken ? "taken" : null}
    >
      <SaidCard suggestion={suggestion} />
      {row.status === "open" && (
        <>
          <TakeCard {...{ suggestion, organizations, errors }} now={now ?? {}} />
          <RefuseCard version={row.version} errors={errors} />
        </>
      )}
    </RecordPage>
  );
}
