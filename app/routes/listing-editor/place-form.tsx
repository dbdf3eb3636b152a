import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";
import type { LoadedPlace } from "./edit-place.server";
import { EditorPage } from "./editor-page";
import { FieldControls } from "./field-control";
import { onePlaceFields, withChoices } from "./listing-fields";
import { Note } from "~/ui/tag";
import { type Refused, RefusedForm } from "./section-form";

/** One place of a listing: where it is, how much of that is shown, its own hours and area. */
export function PlaceForm({ view, refused }: { view: LoadedPlace; refused: Refused }) {
  const { editor, listing, isNew, areas } = view;
  const { t } = useTranslation("provider-listings");
  const section = `${editor.base}/${listing.id}/edit/when_where`;
  return (
    <EditorPage
      editor={editor}
      listing={listing}
      between={{ href: section, label: t("section.when_where") }}
      title={t(isNew ? "places.add" : "places.oneTitle")}
      lede={t("places.lede")}
    >
      <RefusedForm refused={refused} />
      <PageForm
        method="post"
        stack
        className="card card-body"
        values={{ intent: "save", version: listing.version }}
      >
        {view.rule && <Note>{t("hours.rule", { rule: view.rule })}</Note>}
        <FieldControls
          fields={withChoices(onePlaceFields, { areas })}
          values={refused?.values ?? view.values}
          errors={refused?.errors ?? {}}
        />
        <div className="row">
          <Button variant="primary">{t("places.save")}</Button>
          <ButtonLink variant="quiet" href={section}>
            {t("common:action.cancel")}
          </ButtonLink>
        </div>
      </PageForm>
    </EditorPage>
  );
}
