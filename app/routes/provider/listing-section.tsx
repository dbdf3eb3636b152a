import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { getListing, saveListingSection, needsInForce } from "~/domain/directory/index.server";
import { isSection, type ListingSection } from "~/domain/directory/listing-sections";
import { Invalid } from "~/domain/kernel/errors";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Note } from "~/ui/tag";
import { Checkbox } from "~/ui/form/choices";
import { FieldControls } from "./listing/field-control";
import { listingFields, readTyped, type TypedValues } from "./listing/listing-fields";
import { valuesOf } from "./listing/listing-values";
import { errorWords, listingFrame, listingWords } from "./listing/listing-words.server";
import { ProviderPage } from "./provider-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t, { section }) => t(`provider-listings:section.${section}`),
});

function sectionOf(value: string | undefined): ListingSection {
  if (!isSection(value)) throw new Response(null, { status: 404 });
  return value;
}

type Place = Awaited<ReturnType<typeof getListing>>["row"]["serviceAtLocations"][number];

/** Null for a confidential place. */
function placeInWords({ location }: Place): string | null {
  if (location.visibility === "hidden") return null;
  const [address] = location.addresses;
  return (
    [address?.address1, address?.city, address?.postalCode].filter(Boolean).join(", ") || location.name || "-"
  );
}

export const loader = deskLoader("provider", async (args) => {
  const section = sectionOf(args.params.section);
  const { row, progress } = await getListing(args.ctx, { id: args.params.id ?? "" });
  if (args.ctx.actor.role !== "provider_manager") throw new Response(null, { status: 403 });
  return {
    frame: await listingFrame(args),
    section,
    listing: { id: row.id, name: row.name, version: row.version },
    // A need that is offered no more can be chosen only where it is already.
    needs: [...new Set([...(await needsInForce(args.ctx)).offered, ...row.needCodes])],
    values: valuesOf(row, section),
    // The form is of the first place; the others are named, so that nobody thinks they are gone.
    otherPlaces: section === "when_where" ? row.serviceAtLocations.slice(1).map(placeInWords) : [],
    moreNeeded: progress[section] === "more_needed",
  };
});

export const action = deskAction("provider", async (args) => {
  const { ctx, form, params } = args;
  const section = sectionOf(params.section);
  const values = readTyped(section, form);
  try {
    await saveListingSection(ctx, {
      id: params.id ?? "",
      version: Number(form.get("version")),
      section,
      values,
      moreNeeded: form.get("moreNeeded") === "on",
    });
    return redirect(`/provider/${params.org}/listings/${params.id}?saved`, 303);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return data(
      {
        ok: false as const,
        errors: errorWords(listingWords(args), error.fieldErrors),
        conflict: null,
        values,
      },
      { status: 422 },
    );
  }
});

/** One section of a listing: saved alone, typed words kept when something is missing. */
export default function ListingSectionPage() {
  const { frame, section, listing, needs, values, moreNeeded, otherPlaces } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("provider-listings");
  const errors = refused?.errors ?? {};
  const shown: TypedValues = refused && "values" in refused ? refused.values : values;
  const base = `/provider/${frame.org}/listings`;
  const crumbs = [
    { href: base, label: t("list.title") },
    { href: `${base}/${listing.id}`, label: listing.name },
    { label: t(`section.${section}`) },
  ];
  return (
    <ProviderPage
      frame={frame}
      here="listings"
      width="form"
      title={t(`section.${section}`)}
      lede={t(`lede.${section}`)}
      crumbs={<Breadcrumbs label={t("crumbs")} crumbs={crumbs} />}
    >
      {Object.keys(errors).length > 0 && (
        <ErrorSummary title={t("common:form.problem", { count: Object.keys(errors).length })} errors={errors}>
          <p>{t("common:form.kept")}</p>
        </ErrorSummary>
      )}
      {refused?.conflict && <Banner tone="warn">{t("list.conflict")}</Banner>}
      {otherPlaces.length > 0 && (
        <Note>
          {t("places.also", { count: otherPlaces.length })}{" "}
          {otherPlaces.map((place) => place ?? t("places.hidden")).join("; ")}
        </Note>
      )}
      <PageForm method="post" stack className="card card-body" values={{ version: listing.version }}>
        <FieldControls
          fields={listingFields[section].map((field) =>
            field.name === "needCodes" ? { ...field, options: needs } : field,
          )}
          values={shown}
          errors={errors}
        />
        <Checkbox
          name="moreNeeded"
          label={t("one.moreNeeded")}
          hint={t("one.moreNeededMore")}
          defaultChecked={moreNeeded}
        />
        <div className="row">
          <Button variant="primary">{t("one.save")}</Button>
          <ButtonLink variant="quiet" href={`${base}/${listing.id}`}>
            {t("common:action.cancel")}
          </ButtonLink>
        </div>
      </PageForm>
    </ProviderPage>
  );
}
