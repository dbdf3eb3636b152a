import { markup } from "~/ui/markup";
import { usePageFacts } from "~/ui/page/page-facts";
import { PlacedHtml } from "~/ui/placed-html";

const asPage = markup`history.replaceState&&history.replaceState(null,"",location.href)`;

/** What a form answered stands in the history as the page itself: Back and reload ask for no second sending. */
export function AsPage() {
  const { nonce } = usePageFacts();
  return <PlacedHtml as="script" nonce={nonce} suppressHydrationWarning html={asPage.html} />;
}
