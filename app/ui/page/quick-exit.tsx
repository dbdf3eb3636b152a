import { useTranslation } from "react-i18next";
import { markup } from "../markup";
import { PlacedHtml } from "../placed-html";
import { usePageFacts } from "./page-facts";

const elsewhere = "https://www.weather.gov/";

/** With script the page is hidden at once and its place in the history is taken; without it the link just leaves. */
const leaveAtOnce = markup`document.addEventListener("click",function(e){var a=e.target.closest&&e.target.closest("a.exit");if(a){e.preventDefault();document.documentElement.hidden=true;document.title="";location.replace(a.href)}})`;

export function QuickExit() {
  const { t } = useTranslation("common");
  const { nonce } = usePageFacts();
  return (
    <>
      <a className="exit" href={elsewhere} rel="noreferrer" aria-describedby="exit-note">
        {t("exit.name")}
      </a>
      <PlacedHtml as="script" nonce={nonce} suppressHydrationWarning html={leaveAtOnce.html} />
    </>
  );
}
