import { useTranslation } from "react-i18next";
import { Note } from "~/ui/tag";

/** Other places of the organization that show the street of one that this listing hides, each with a way to hide it too. */
export function StillShown({
  base,
  places,
}: {
  /** Of the listings of a desk. */
  base: string;
  places: readonly { listingId: string; listingName: string; placeId: string }[];
}) {
  const { t } = useTranslation("provider-listings");
  if (places.length === 0) return null;
  return (
    <Note tone="warn">
      {t("places.stillShown", { count: places.length })}
      <ul className="mt-2">
        {places.map(({ listingId, listingName, placeId }) => (
          <li key={placeId}>
            <a href={`${base}/${listingId}/places/${placeId}`}>{listingName}</a>
          </li>
        ))}
      </ul>
    </Note>
  );
}
