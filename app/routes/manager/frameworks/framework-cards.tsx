import { useTranslation } from "react-i18next";
import type { ReadFramework } from "~/domain/goals/read-framework.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";

type Names = {
  read: ReadFramework;
  errors: Record<string, string[]>;
  typed: Record<string, string> | undefined;
};

/** What the framework is called here. */
export function NamesCard({ read, errors, typed }: Names) {
  const { t } = useTranslation("goals");
  const { title } = read.body;
  const line = (language: "en" | "es", name: "titleEn" | "titleEs") => (
    <TextField
      name={name}
      label={t(`framework.name.${language}`)}
      defaultValue={typed?.[name] ?? title[language]}
      error={errors[name]?.[0]}
      maxLength={120}
    />
  );
  return (
    <Card className="no-print">
      <h2>{t("framework.names")}</h2>
      <PageForm method="post" stack values={{ intent: "names", version: read.version }}>
        {line("en", "titleEn")}
        {line("es", "titleEs")}
        <div className="row">
          <Button variant="primary">{t("framework.saveNames")}</Button>
        </div>
      </PageForm>
    </Card>
  );
}

/** Every version with its day; the last change can be put back. */
export function VersionsCard({
  read,
  isNow,
  timeZone,
}: {
  read: ReadFramework;
  isNow: boolean;
  timeZone: string;
}) {
  const { t } = useTranslation("goals");
  const format = useFormat(timeZone);
  const at = pathTo("/manager/frameworks/:framework", { framework: read.body.id });
  return (
    <Card>
      <h2>{t("framework.versions")}</h2>
      <p className="meta">{t("framework.versionsLede")}</p>
      <ul className="prose mt-2">
        {read.versions.map(({ version, change, inForceFrom }) => (
          <li key={version}>
            <a href={`${at}?version=${version}`} aria-current={version === read.version ? "true" : undefined}>
              {t("framework.versionOf", { version, day: format.date(inForceFrom, "year") })}
            </a>
            {": "}
            {t(`framework.change.${change}`)}
          </li>
        ))}
      </ul>
      {isNow && read.version > 1 && (
        <PageForm method="post" className="mt-2 no-print" values={{ intent: "undo", version: read.version }}>
          <Button>{t("framework.undo")}</Button>
        </PageForm>
      )}
    </Card>
  );
}

/** The end of following it; what was said and set stays. */
export function RetireCard({ read }: { read: ReadFramework }) {
  const { t } = useTranslation("goals");
  return (
    <Card className="mt-3 no-print">
      <h2>{t("framework.retire")}</h2>
      <p className="meta">{t("framework.retireLede")}</p>
      <PageForm method="post" className="mt-2" values={{ intent: "retire", version: read.version }}>
        <Button variant="danger">{t("framework.retireNow")}</Button>
      </PageForm>
    </Card>
  );
}
