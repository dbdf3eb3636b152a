import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";

const fewest = 5;
const shown = 25;

/** A person by name or email; posted, so that neither stands in an address. A handful is read at a glance without it. */
export function FindPerson({ path, find, total }: { path: string; find: string; total: number }) {
  const { t } = useTranslation("admin");
  if (!find && total <= fewest) return null;
  return (
    <>
      <PageForm method="post" values={{ intent: "find" }} className="row mt-2 mb-3 items-end">
        <TextField
          name="find"
          label={t("people.find")}
          defaultValue={find}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          narrow
        />
        <Button>{t("common:action.search")}</Button>
      </PageForm>
      {find && (
        <p className="meta mb-2" role="status">
          {t("people.found", { count: total })} {total > shown && t("people.foundMore", { count: shown })}{" "}
          <a href={path}>{t("people.findClear")}</a>
        </p>
      )}
    </>
  );
}
