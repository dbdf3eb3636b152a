import { useTranslation } from "react-i18next";
import type { FactLine } from "~/listing-words/facts-in-words";
import { Button } from "~/ui/button";
import { Details } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { DescriptionList } from "~/ui/lists";

export type DueView = {
  total: number;
  first: { id: string; version: number; name: string; facts: FactLine[] }[];
};

/** How many listings are due, with all their facts behind one fold, and one button for all of them (five at most). */
export function DueStrip({ due, path }: { due: DueView; path: string }) {
  const { t } = useTranslation("listing-review");
  const { total, first } = due;
  if (total === 0) return null;
  return (
    <section className="card card-body mb-4" aria-labelledby="due-title">
      <h2 id="due-title">{t("strip.due", { count: total })}</h2>
      {total > first.length && <p className="meta">{t("strip.first", { count: first.length })}</p>}
      <p className="meta">{first.map((one) => one.name).join(" · ")}</p>
      <PageForm method="post" action={path} values={{ intent: "confirm-all" }} className="row mt-2">
        {first.map((one) => (
          <input key={one.id} type="hidden" name="key" value={`${one.id} ${one.version}`} />
        ))}
        <Button variant="primary">{t("strip.all")}</Button>
      </PageForm>
      <Details summary={t("strip.look")}>
        {first.map((one) => (
          <section key={one.id} aria-labelledby={`due-${one.id}`} className="mt-3">
            <h3 id={`due-${one.id}`}>
              <a href={`${path}/${one.id}`}>{one.name}</a>
            </h3>
            <DescriptionList facts={one.facts.map(({ label, value }) => ({ term: label, detail: value }))} />
          </section>
        ))}
      </Details>
    </section>
  );
}
