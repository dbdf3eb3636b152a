import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { Stepper } from "~/ui/form/stepper";
import { PlaceOpenings } from "./place-openings";

type Listing = {
  id: string;
  name: string;
  version: number;
  state: string;
  paused: boolean;
  available: number | null;
  places: { id: string; words: string; available: number | null }[];
  byPlace: boolean;
};

/** What a listing's own page does with it: openings, "still right", publish, pause. */
export function PublishForms({ listing, manages }: { listing: Listing; manages: boolean }) {
  const { t } = useTranslation("provider-listings");
  const { version, name } = listing;
  const published = listing.state === "published";
  const pause = listing.paused ? "resume" : "pause";
  return (
    <Card className="mt-3">
      <h2>{published ? t("one.live") : t("one.check")}</h2>
      <p className="meta">{published ? t("one.liveMore") : t("one.checkMore")}</p>
      {published && !listing.byPlace && (
        <PageForm method="post" values={{ version, intent: "openings" }} className="row mt-3">
          <span className="lab" aria-hidden="true">
            {t("list.openings")}
          </span>
          <Stepper
            name="available"
            value={listing.available}
            label={t("list.openingsOf", { name })}
            fewer={t("list.fewer", { name })}
            more={t("list.more", { name })}
          />
        </PageForm>
      )}
      {published && <PlaceOpenings listing={listing} places={listing.places} byPlace={listing.byPlace} />}
      {listing.state === "in_review" && <p className="mt-3">{t("listing-review:mine.waits")}</p>}
      {published && (
        <PageForm method="post" values={{ version, intent: "confirm" }} className="row mt-3">
          <Button>{t("list.stillRight")}</Button>
        </PageForm>
      )}
      {manages && (
        <div className="row mt-3">
          {!published && listing.state !== "in_review" && (
            <PageForm method="post" values={{ version, intent: "publish" }}>
              <Button variant="primary">{t("one.publish")}</Button>
            </PageForm>
          )}
          {published && (
            <PageForm method="post" values={{ version, intent: pause }}>
              <Button icon={listing.paused ? "play" : "pause"}>{t(`list.${pause}Now`)}</Button>
            </PageForm>
          )}
        </div>
      )}
    </Card>
  );
}
