import { useNavigation, useSearchParams } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Banner, Note } from "~/ui/tag";
import { useFocusAfter } from "~/ui/use-focus-after";
import { useShortcuts } from "~/ui/use-shortcuts";
import { CrisisBox } from "../../crisis-lines/crisis-box";
import { CallAside } from "./call-aside";
import { CallStrip } from "./call-strip";
import { IntakePage } from "../intake-page";
import { findShortcuts } from "./find-shortcuts";
import { KnownFamilies } from "./known-families";
import type { KnownFamily } from "./describe-known.server";
import { LeftOut } from "./left-out";
import { NoneFits } from "./none-fits";
import { ResultPages } from "./result-pages";
import { ResultList } from "./result-list";
import { SafetySteps } from "./safety-steps";
import { SearchCard } from "./search-card";
import { useListFocus } from "./use-list-focus";
import type { FindView } from "./view";

type Props = {
  view: FindView;
  panel?: ReactNode;
  banner?: string | null;
  /** Why the last act could not be done. */
  refused?: string | null;
  safetyOpen: boolean;
  /** The form whose draft the safety button saves on the way, when script is off. */
  draftForm?: string;
  backTo: string;
  /** Families known by a number that was just typed. */
  known?: readonly KnownFamily[];
};

/** Find and refer: one screen for the whole call. */
export function FindPage({ view, panel, banner, refused, safetyOpen, draftForm, backTo, known = [] }: Props) {
  const { t } = useTranslation("intake");
  const { call, search, results, crisis } = view;
  const [chosen, choose] = useState(view.chosen);
  const [safety, showSafety] = useState(safetyOpen);
  const [asked] = useSearchParams();
  useShortcuts();
  useFocusAfter();
  const busy = useNavigation().state !== "idle";
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => choose(view.chosen), [view.chosen, search.line]);
  useEffect(() => showSafety(safetyOpen), [safetyOpen]);
  const [first, last] = [results.rows[0]?.at ?? 1, results.rows.at(-1)?.at ?? 0];
  const [panelOpen, waiting, urgent] = [Boolean(panel), known.length > 0, Boolean(crisis?.urgent)];
  useListFocus({ busy, list, chosen, choose, first, last, urgent, search, panelOpen, waiting });
  const openSafety = (press: React.MouseEvent) => {
    press.preventDefault();
    showSafety(true);
  };
  const strip = (
    <>
      <CallStrip call={call} onSafety={openSafety} form={draftForm} />
      {safety && <SafetySteps safety={view.safety} back={backTo} onClose={() => showSafety(false)} />}
    </>
  );
  return (
    <IntakePage
      frame={view.frame}
      here="find"
      title={t("find.title")}
      quietTitle
      strip={strip}
      shortcuts={findShortcuts(t, view, panel ? { explained: asked.has("fit") } : null)}
      skip={search.searched ? { href: "#results", label: t("find.skip") } : undefined}
    >
      <div className={panel ? "desk" : "desk desk-alone"}>
        <CallAside call={call} />
        <div ref={list} aria-busy={busy || undefined}>
          {banner && <Banner>{banner}</Banner>}
          {refused && <Banner tone="bad">{refused}</Banner>}
          {known.length > 0 && <KnownFamilies callId={call.id} known={known} />}
          {call.ended ? <Over callId={call.id} /> : <SearchCard call={call} search={search} />}
          {search.searched && <FoundPart view={view} chosen={chosen} choose={choose} />}
        </div>
        {panel}
      </div>
    </IntakePage>
  );
}

type FoundProps = { view: FindView; chosen: number; choose: (at: number) => void };

/** Whom to call first, the programs, and the pages and programs beyond them. */
function FoundPart({ view: { call, results, crisis }, chosen, choose }: FoundProps) {
  const { t } = useTranslation("intake");
  const shown = results.rows.length > 0;
  return (
    <div data-keys="list">
      {crisis && <CrisisBox crisis={crisis} />}
      <div className="results-head">
        <h2 id="results" tabIndex={-1}>
          {results.heading}
        </h2>
        {shown && <span className="push meta">{t("results.sorted")}</span>}
      </div>
      {results.leftOut && <p className="meta">{results.leftOut}</p>}
      {!shown && <NoneFits call={call} results={results} />}
      {(shown || results.closed.length > 0) && (
        <ResultList call={call} results={results} chosen={chosen} choose={choose} />
      )}
      {results.pages && <ResultPages callId={call.id} pages={results.pages} />}
      <LeftOut callId={call.id} at={chosen} misfits={results.misfits} />
    </div>
  );
}

/** A call that has ended takes no search any more. */
function Over({ callId }: { callId: string }) {
  const { t } = useTranslation("intake");
  return (
    <Note tone="ok" icon="check">
      <p className="row">
        {t("summary.ended")}
        <ButtonLink small href={pathTo("/intake/calls/:id/summary", { id: callId })}>
          {t("summary.title")}
        </ButtonLink>
        <ButtonLink small variant="primary" href={pathTo("/intake")}>
          {t("start.title")}
        </ButtonLink>
      </p>
    </Note>
  );
}
