import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button";
import { Checkbox } from "~/ui/form/choices";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { Banner, Note } from "~/ui/tag";
import type { LoadedSection } from "./edit-section.server";
import { EditorPage } from "./editor-page";
import { FieldControls } from "./field-control";
import { sectionFields, type TypedValues, withChoices } from "./listing-fields";
import { PlaceList } from "./place-list";
import { StillShown } from "./still-shown";

export type Refused =
  | { errors?: Record<string, string[]> | undefined; conflict?: string | null; values?: TypedValues }
  | undefined;

const conflictKeys: Partial<Record<string, string>> = {
  nothing_saved: "places.nothingSaved",
  not_hidden_yet: "places.notHiddenYet",
};

/** What was wrong with what was typed; it is kept. */
export function RefusedForm({ refused }: { refused: Refused }) {
  const { t } = useTranslation("provider-listings");
  const errors = refused?.errors ?? {};
  const count = Object.keys(errors).length;
  return (
    <>
      {count > 0 && (
        <ErrorSummary title={t("common:form.problem", { count })} errors={errors}>
          <p>{t("common:form.kept")}</p>
        </ErrorSummary>
      )}
      {refused?.conflict && (
        <Banner tone="warn">{t(conflictKeys[refused.conflict] ?? "list.conflict")}</Banner>
      )}
    </>
  );
}

/** One section of a listing: saved alone, typed words kept when something is missing. */
export function SectionForm({ view, refused }: { view: LoadedSection; refused: Refused }) {
  const { editor, section, listing, needs, areas, moreNeeded, places, severalPlaces, check } = view;
  const { t } = useTranslation("provider-listings");
  const path = `${editor.base}/${listing.id}`;
  return (
    <EditorPage editor={editor} listing={listing} title={t(`section.${section}`)} lede={t(`lede.${section}`)}>
      <RefusedForm refused={refused} />
      {view.placeNotice && !refused && <Banner>{t(`places.notice.${view.placeNotice}`)}</Banner>}
      <StillShown base={editor.base} places={view.stillShown} />
      {editor.desk === "admin" && (
        <Note>
          {check && `${check} `}
          {t("agency.edits")}
        </Note>
      )}
      {places && places.length > 0 && <PlaceList places={places} path={path} version={listing.version} />}
      <PageForm
        method="post"
        stack
        className="card card-body"
        values={{ intent: "save", version: listing.version }}
      >
        {places && severalPlaces && <p className="meta">{t("places.everywhere")}</p>}
        {view.rule && <Note>{t("hours.rule", { rule: view.rule })}</Note>}
        <FieldControls
          fields={withChoices(sectionFields(section, severalPlaces), {
            needCodes: needs,
            areas,
            placeCounts: view.placeChoices,
          })}
          values={refused?.values ?? view.values}
          errors={refused?.errors ?? {}}
        />
        <Checkbox
          name="moreNeeded"
          label={t("one.moreNeeded")}
          hint={t("one.moreNeededMore")}
          defaultChecked={moreNeeded}
        />
        <div className="row">
          <Button variant="primary">{t("one.save")}</Button>
          <ButtonLink variant="quiet" href={path}>
            {t("common:action.cancel")}
          </ButtonLink>
        </div>
      </PageForm>
    </EditorPage>
  );
}
