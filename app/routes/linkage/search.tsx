import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { proposePair, searchBothSides } from "~/domain/linkage/index.server";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { RadioGroup } from "~/ui/form/choices";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { refusalInWords } from "~/ui/form/refusal-in-words";
import { TextField } from "~/ui/form/text-field";
import { pageHandle } from "~/ui/page/page-handle";
import { useFormat } from "~/locales/use-format";
import { useLineCut } from "~/ui/stay-when-cut";
import { useShortcuts } from "~/ui/use-shortcuts";
import { errorsInWords } from "./errors-in-words";
import { frameOf, LinkagePage } from "./linkage-page";

export const handle = pageHandle<typeof loader>({
  hydrate: true,
  i18n: ["linkage"],
  robots: "noindex",
  title: (t) => t("linkage:search.title"),
});

export const loader = deskLoader("linkage", async ({ session }) => ({ frame: frameOf(session) }));

export const action = deskAction("linkage", {
  search: [
    z.object({ name: text, birthDate: text }),
    async ({ ctx, input }) => ({ found: await searchBothSides(ctx, input), typed: input }),
  ],
  propose: [
    z.object({ personId: text, agencyChildId: text }),
    async ({ ctx, input }) => {
      const { candidateId } = await proposePair(ctx, input);
      return redirect(pathTo("/linkage/pairs/:id", { id: candidateId }), 303);
    },
  ],
});

export { stayWhenCut as clientAction, unlessCut as shouldRevalidate } from "~/ui/stay-when-cut";

type Found = Awaited<ReturnType<typeof searchBothSides>>;

/** A child of each side, to be read as a pair. */
function ProposeForm({ found, timeZone }: { found: Found; timeZone: string }) {
  const { t } = useTranslation("linkage");
  const format = useFormat(timeZone);
  const choices = (records: Found["portal"]) =>
    records.map(({ id, name, birthDate }) => ({
      value: id,
      label: name,
      ...(birthDate && { hint: t("pair.born", { date: format.date(birthDate, "year") }) }),
    }));
  const side = (name: "personId" | "agencyChildId", label: string, records: Found["portal"]) =>
    records.length === 0 ? (
      <div>
        <p className="lab">{label}</p>
        <p>{t("search.nobody")}</p>
      </div>
    ) : (
      <RadioGroup name={name} label={label} column choices={choices(records)} />
    );
  return (
    <PageForm method="post" values={{ intent: "propose" }} className="card card-body mt-3">
      <div className="grid gap-4 sm:grid-cols-2">
        {side("personId", t("search.portal"), found.portal)}
        {side("agencyChildId", t("search.agency"), found.agency)}
      </div>
      {found.portal.length > 0 && found.agency.length > 0 && (
        <p className="mt-3">
          <Button variant="primary">{t("search.propose")}</Button>
        </p>
      )}
    </PageForm>
  );
}

/** "None of these": a search of both sources, posted, so that no name stands in an address. */
export default function SearchPage() {
  const { frame } = useLoaderData<typeof loader>();
  const { t } = useTranslation("linkage");
  const answer = useActionData<typeof action>();
  const refusal = answer && !("found" in answer) ? answer : undefined;
  const errors = errorsInWords(t, refusal?.errors);
  const cut = useLineCut();
  const failed = cut ? t("conflict.not_sent") : refusalInWords(t, refusal);
  const typed = answer && "typed" in answer ? (answer.typed as Record<string, string>) : {};
  useShortcuts();
  return (
    <LinkagePage frame={frame} here="search" title={t("search.title")} lede={t("search.lede")} width="read">
      {failed && <ErrorSummary title={failed} errors={errors} />}
      <Card as="div">
        <PageForm method="post" values={{ intent: "search" }} stack>
          <TextField
            name="name"
            label={t("search.name")}
            autoComplete="off"
            defaultValue={typed["name"]}
            error={errors["name"]?.[0]}
            data-key="/"
          />
          <TextField
            name="birthDate"
            type="date"
            narrow
            label={t("search.birthDate")}
            defaultValue={typed["birthDate"]}
            error={errors["birthDate"]?.[0]}
          />
          <div className="row">
            <Button variant="primary" icon="search">
              {t("search.do")}
            </Button>
          </div>
        </PageForm>
      </Card>
      {answer && "found" in answer && <ProposeForm found={answer.found} timeZone={frame.timeZone} />}
    </LinkagePage>
  );
}
