import { useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { useLanguage } from "../../locales/use-format";
import { ButtonLink } from "../button";
import { AppBar } from "./app-bar";
import { accessGivers, errorStatus, type ErrorStatus } from "./error-status";
import { PublicPage } from "./public-page";
import { useFamilyPage } from "./use-family-page";

/** What went wrong in plain words, what is safe, and what to do. Never a stack, never data. */
export function RootErrorPage() {
  const { t } = useTranslation("common");
  const error = useRouteError();
  const status = errorStatus(error);
  const givers = accessGivers(error);
  const language = useLanguage();
  const title = t(`errors.${status}.title`);
  if (useFamilyPage()) {
    return (
      <PublicPage title={title}>
        <ErrorWords status={status} home={pathTo("/:lang", { lang: language })} />
      </PublicPage>
    );
  }
  return (
    <>
      <AppBar home="/" label={t("brand")} nav={[]} />
      <main id="main" tabIndex={-1} className="wrap wrap-form" data-failed>
        <h1>{title}</h1>
        <ErrorWords status={status} home="/" />
        {givers.length > 0 && (
          <p className="mt-3">
            {t("errors.givers")} <strong>{givers.join(", ")}</strong>.
          </p>
        )}
        <p className="meta mt-4">
          {t("errors.danger")} <a href="tel:911">{t("emergency.call")}</a>.
        </p>
      </main>
    </>
  );
}

function ErrorWords({ status, home }: { status: ErrorStatus; home: string }) {
  const { t } = useTranslation("common");
  return (
    <div className="prose mt-3">
      <p>{t(`errors.${status}.what`)}</p>
      <p>{t(`errors.${status}.next`)}</p>
      <p className="row">
        <ButtonLink href={home} variant="primary">
          {t("errors.home")}
        </ButtonLink>
      </p>
    </div>
  );
}
