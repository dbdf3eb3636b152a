import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";
import { Tag } from "~/ui/tag";
import type { TriedLine } from "./try-line.server";

/** A line to try: how it is read, and what it brings up first. */
export function TryCard({ tried }: { tried: TriedLine | null }) {
  const { t } = useTranslation("admin-directory");
  return (
    <Card aria-labelledby="try">
      <h2 id="try">{t("try.title")}</h2>
      <p className="meta">{t("try.lede")}</p>
      <PageForm method="post" stack className="form-narrow" values={{ intent: "try" }}>
        <TextField name="line" label={t("try.line")} defaultValue={tried?.line ?? ""} maxLength={300} />
        <div className="row">
          <Button>{t("try.go")}</Button>
        </div>
      </PageForm>
      {tried && (
        <div role="status" className="mt-4">
          <p>
            {t("try.read")}:{" "}
            {tried.read.length === 0 ? (
              t("try.nothing")
            ) : (
              <span className="row">
                {tried.read.map((chip) => (
                  <Tag key={chip} tone="neu">
                    {chip}
                  </Tag>
                ))}
              </span>
            )}
          </p>
          {tried.read.length > 0 && <p className="mt-2">{t("try.found", { count: tried.total })}</p>}
          <ol className="form-stack mt-2">
            {tried.programs.map((program) => (
              <li key={program.id}>
                {program.name} <span className="meta">{program.organization}</span>
                {program.says.length > 0 && (
                  <span className="meta block">{t("try.says", { words: program.says.join(", ") })}</span>
                )}
              </li>
            ))}
          </ol>
        </div>
      )}
    </Card>
  );
}
