import { useTranslation } from "react-i18next";
import { PageForm } from "~/ui/form/page-form";
import { Stepper } from "~/ui/form/stepper";

type Props = {
  listing: { id: string; name: string; version: number };
  places: { id: string; words: string; available: number | null }[];
  /** They are counted by place already. */
  byPlace: boolean;
};

/** Openings at each place of a listing that has several. */
export function PlaceOpenings({ listing, places, byPlace }: Props) {
  const { t } = useTranslation("provider-listings");
  if (places.length === 0) return null;
  return (
    <details className="more" open={byPlace}>
      <summary aria-label={t("list.byPlaceOf", { name: listing.name })}>{t("list.byPlace")}</summary>
      {places.map(({ id, words, available }) => {
        const name = t("list.atPlace", { name: listing.name, place: words });
        return (
          <PageForm
            key={id}
            method="post"
            values={{ id: listing.id, version: listing.version, intent: "place-openings", placeId: id }}
            className="mt-3"
          >
            <span className="meta block" aria-hidden="true">
              {words}
            </span>
            <Stepper
              name="available"
              value={available}
              label={t("list.openingsOf", { name })}
              fewer={t("list.fewer", { name })}
              more={t("list.more", { name })}
            />
          </PageForm>
        );
      })}
    </details>
  );
}
