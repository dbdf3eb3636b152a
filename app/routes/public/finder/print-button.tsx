import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { markup } from "~/ui/markup";
import { usePageFacts } from "~/ui/page/page-facts";
import { PlacedHtml } from "~/ui/placed-html";

const printOnClick = markup`document.querySelectorAll("[data-print]").forEach(function(b){b.hidden=false;b.addEventListener("click",function(){window.print()})})`;

/** Prints the page. It shows itself only where a script can run; elsewhere the browser's own menu prints. */
export function PrintButton() {
  const { t } = useTranslation("public");
  const { nonce } = usePageFacts();
  return (
    <>
      <Button type="button" icon="print" hidden data-print="">
        {t("keep.print")}
      </Button>
      <PlacedHtml as="script" nonce={nonce} suppressHydrationWarning html={printOnClick.html} />
    </>
  );
}
