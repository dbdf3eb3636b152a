import { useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AppBar } from "./app-bar";
import { ButtonLink } from "../button";
import { errorStatus } from "./error-status";

/** What went wrong in plain words, what is safe, and what to do. Never a stack, never data. */
export function RootErrorPage() {
  const { t } = useTranslation("common");
  const status = errorStatus(useRouteError());
  return (
    <>
      <AppBar home="/" label={t("brand")} nav={[]} />
      <main id="main" tabIndex={-1} className="wrap wrap-form">
        <div className="prose">
          <h1>{t(`errors.${status}.title`)}</h1>
          <p>{t(`errors.${status}.what`)}</p>
          <p>{t(`errors.${status}.next`)}</p>
          <p className="row">
            <ButtonLink href="/" variant="primary">
              {t("errors.home")}
            </ButtonLink>
          </p>
          <p className="meta">
            {t("errors.danger")} <a href="tel:911">{t("emergency.call")}</a>.
          </p>
        </div>
      </main>
    </>
  );
}
