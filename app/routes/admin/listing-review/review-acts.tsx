import { useTranslation } from "react-i18next";
import { listingSections } from "~/domain/directory/editing/listing-sections";
import { unpublishReasons } from "~/domain/directory/review/unpublish-reasons";
import { concernResolutions } from "~/domain/feedback/concern-resolutions";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card, Details } from "~/ui/card";
import { Checkbox, CheckboxGroup } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";

type Listing = { id: string; version: number; state: string };

/** What may be done with the listing: a phone check, publishing or sending back a new one, taking it out. */
export function ReviewActs({ listing }: { listing: Listing }) {
  const { t } = useTranslation("listing-review");
  const { version, state } = listing;
  return (
    <Card aria-labelledby="acts">
      <h2 id="acts">{t("one.acts")}</h2>
      <div className="form-stack mt-2">
        {state === "published" && (
          <PageForm method="post" values={{ intent: "phoned", version }}>
            <p className="meta">{t("one.phonedMore")}</p>
            <Button variant="primary">{t("phoned")}</Button>
          </PageForm>
        )}
        {state === "in_review" && <NewListing version={version} />}
        {state === "draft" && (
          <PageForm method="post" values={{ intent: "publish", version }}>
            <p className="meta">{t("one.draftMore")}</p>
            <Button variant="primary">{t("one.publish")}</Button>
          </PageForm>
        )}
        {state === "unpublished" && (
          <PageForm method="post" values={{ intent: "publish", version }}>
            <p className="meta">{t("one.publishMore")}</p>
            <Button>{t("one.publishAgain")}</Button>
          </PageForm>
        )}
        {state !== "draft" && <TakeOut version={version} state={state} />}
        <p>
          <a href={pathTo("/admin/organizations")}>{t("one.organizations")}</a>
        </p>
      </div>
    </Card>
  );
}

function NewListing({ version }: { version: number }) {
  const { t } = useTranslation("listing-review");
  return (
    <>
      <PageForm method="post" values={{ intent: "publish", version }}>
        <p className="meta">{t("one.newMore")}</p>
        <Button variant="primary">{t("one.publish")}</Button>
      </PageForm>
      <Details summary={t("one.sendBack")}>
        <PageForm method="post" values={{ intent: "send-back", version }} stack>
          <CheckboxGroup
            name="sections"
            label={t("one.sections")}
            values={[]}
            choices={listingSections.map((value) => ({
              value,
              label: t(`provider-listings:section.${value}`),
            }))}
          />
          <Button>{t("one.sendBack")}</Button>
        </PageForm>
      </Details>
    </>
  );
}

function TakeOut({ version, state }: { version: number; state: string }) {
  const { t } = useTranslation("listing-review");
  if (state === "do_not_list") {
    return (
      <PageForm method="post" values={{ intent: "unpublish", version, reason: "other" }}>
        <p className="meta">{t("one.allowMore")}</p>
        <Button>{t("one.allow")}</Button>
      </PageForm>
    );
  }
  return (
    <Details summary={t("one.takeOut")}>
      <PageForm method="post" values={{ intent: "unpublish", version }} stack>
        <p className="meta">{t("one.takeOutMore")}</p>
        <SelectField
          name="reason"
          label={t("one.reason")}
          empty={t("one.choose")}
          options={unpublishReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
        <Checkbox id="doNotList" name="doNotList" label={t("one.doNotList")} />
        <Button>{t("one.takeOut")}</Button>
      </PageForm>
    </Details>
  );
}

type Concern = { id: string; field: string; words: string; said: string };

/** What people say is wrong on this listing, each settled by itself. */
export function ConcernCard({ concerns }: { concerns: readonly Concern[] }) {
  const { t } = useTranslation("listing-review");
  return (
    <Card aria-labelledby="concerns" className="mt-6">
      <h2 id="concerns">{t("queue.concerns")}</h2>
      {concerns.length === 0 && <p>{t("noConcerns")}</p>}
      <ul className="form-stack mt-2">
        {concerns.map((one) => (
          <li key={one.id}>
            <strong>{t(`public:wrong.fields.${one.field}`)}</strong>
            <span className="meta"> {one.said}</span>
            {one.words && <p className="break-words">{one.words}</p>}
            <PageForm
              method="post"
              values={{ intent: "settle", concernId: one.id, version: 0 }}
              className="row mt-2"
            >
              {concernResolutions.map((resolution) => (
                <Button key={resolution} small name="resolution" value={resolution}>
                  {t(`resolution.${resolution}`)}
                </Button>
              ))}
            </PageForm>
          </li>
        ))}
      </ul>
    </Card>
  );
}
