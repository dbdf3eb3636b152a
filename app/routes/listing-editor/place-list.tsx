import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { Tag } from "~/ui/tag";

export type PlaceLine = {
  id: string;
  /** Null: confidential. */
  words: string | null;
  visibility: "full" | "partial" | "hidden";
  closed: boolean;
};

/** The places of a listing: each can be edited, closed and opened again, and others can be added. */
export function PlaceList({
  places,
  path,
  version,
}: {
  places: readonly PlaceLine[];
  /** Of the listing. */
  path: string;
  version: number;
}) {
  const { t } = useTranslation("provider-listings");
  const several = places.filter((place) => !place.closed).length > 1;
  return (
    <Card aria-labelledby="places" className="mb-4">
      <h2 id="places">{t("places.title")}</h2>
      <p className="meta">{t(several ? "places.several" : "places.one")}</p>
      {places.length > 0 && (
        <ul className="form-stack mt-3">
          {places.map((place) => (
            <PlaceRow key={place.id} {...{ place, path, version, several }} />
          ))}
        </ul>
      )}
      <div className="row mt-3">
        <ButtonLink href={`${path}/places/new`} icon="plus">
          {t("places.add")}
        </ButtonLink>
      </div>
    </Card>
  );
}

type RowProps = { place: PlaceLine; path: string; version: number; several: boolean };

function PlaceRow({ place: { id, words, visibility, closed }, path, version, several }: RowProps) {
  const { t } = useTranslation("provider-listings");
  const place = words ?? t("places.hidden");
  return (
    <li className="row">
      <span className="break-words">
        {place} {words && visibility === "partial" && <Tag tone="neu">{t("places.townOnly")}</Tag>}
        {closed && <Tag tone="warn">{t("places.closed")}</Tag>}
      </span>
      {!closed && several && (
        <ButtonLink small href={`${path}/places/${id}`} aria-label={t("places.editOf", { place })}>
          {t("places.edit")}
        </ButtonLink>
      )}
      <PageForm
        method="post"
        values={{ intent: closed ? "open-place" : "close-place", placeId: id, version }}
      >
        <Button small aria-label={t(closed ? "places.openOf" : "places.closeOf", { place })}>
          {t(closed ? "places.open" : "places.close")}
        </Button>
      </PageForm>
    </li>
  );
}
