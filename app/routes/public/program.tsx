import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { publicLoader } from "~/auth/public-page.server";
import { findKeptSlug } from "~/domain/directory/index.server";
import { emptyCriteria } from "~/domain/directory/search/search-criteria";
import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { requireLanguage } from "~/locales/require-language";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";
import { pageHandle } from "~/ui/page/page-handle";
import { PublicPage } from "~/ui/page/public-page";
import { PlacedHtml } from "~/ui/placed-html";
import { Note } from "~/ui/tag";
import { drawCardBody } from "../listing-card/draw-card-body.server";
import { describeProgram, type ProgramView } from "./finder/describe-program.server";
import { KeepCard, TalkCard } from "./finder/finder-side";
import { describeForm, finderWords } from "./finder/finder-words.server";
import { readKept } from "./finder/kept-list.server";

export const handle = pageHandle<typeof loader>({
  family: true,
  title: (t) => t("public:brandNeutral"),
});

export const loader = publicLoader(async ({ ctx, params, request }) => {
  const language = requireLanguage(params.lang);
  const words = await finderWords(ctx, language);
  const kept = readKept(request);
  const slug = params.slug ?? "";
  const base = pathTo("/:lang", { lang: language });
  const program = await describeProgram(ctx, words, slug).catch((error: unknown) =>
    leadOn(ctx, language, slug, error),
  );
  return {
    base,
    slug,
    program,
    cardBody: drawCardBody({ t: words.t, base }, program.card).html,
    form: describeForm(words, emptyCriteria),
    kept: kept.length,
    isKept: kept.includes(slug),
  };
});

/** An old address of a listing that went into another leads there, for as long as the two are one; others stay unknown. */
async function leadOn(ctx: Ctx, language: string, slug: string, error: unknown): Promise<never> {
  const kept = error instanceof NotFound ? await findKeptSlug(ctx, { slug }) : null;
  throw kept ? redirect(pathTo("/:lang/programs/:slug", { lang: language, slug: kept }), 302) : error;
}

/** One program: a family's questions as headings. */
export default function Program() {
  const { base, slug, program, cardBody, form, kept, isKept } = useLoaderData<typeof loader>();
  const { t } = useTranslation("public");
  const { card } = program;
  const side = (
    <div className="side-stack">
      <TalkCard talk={form.talk} />
      <KeepCard base={base} slugs={[]} kept={kept} />
    </div>
  );
  return (
    <PublicPage
      title={card.name}
      lede={<span lang="en">{card.organization}</span>}
      side={{ label: t("talk.label"), content: side }}
    >
      {program.alert && <Note tone="warn">{program.alert}</Note>}
      <div className="card program mt-3">
        <PlacedHtml html={cardBody} />
        <p className="program-age no-print">
          <a href={`${base}/programs/${slug}/suggest`}>{t("share:program.suggest")}</a>
          {" · "}
          <a href={`${base}/claim/${slug}`}>{t("share:program.claim")}</a>
        </p>
      </div>
      {program.partOf && (
        <p>
          {t("program.partOf")}{" "}
          <a lang="en" href={`${base}/program/${program.partOf.id}`}>
            {program.partOf.name}
          </a>
        </p>
      )}
      {program.onlyEnglish && <Note>{t("program.onlyEnglish")}</Note>}
      {program.imported && <Note>{t("program.imported")}</Note>}
      {card.stale && <Note tone="warn">{t("program.stale")}</Note>}
      <Answers program={program} />
      <PageForm
        method="post"
        action={`${base}/list`}
        values={{ intent: isKept ? "remove" : "add", slugs: slug }}
        className="no-print mt-3 mb-3"
      >
        <Button icon={isKept ? "close" : "plus"}>{isKept ? t("keep.remove") : t("keep.add")}</Button>
      </PageForm>
    </PublicPage>
  );
}

function Answers({ program }: { program: ProgramView }) {
  const { t } = useTranslation("public");
  const { card, bring, join, address, otherPlaces, release, report } = program;
  return (
    <div className="prose">
      <WhatItIsLike program={program} />
      <WhoCanGo program={program} />
      <section>
        <h2>{t("program.when")}</h2>
        <p>{card.lines[1]?.words}</p>
        <p>{card.lines[0]?.words}</p>
        {address && <p lang="en">{address}</p>}
        {otherPlaces > 0 && <p>{t("program.otherPlaces", { count: otherPlaces })}</p>}
      </section>
      <section>
        <h2>{t("program.bring")}</h2>
        {bring ? (
          <p lang={bring.language} className="whitespace-pre-line">
            {bring.text}
          </p>
        ) : (
          <p>{t("program.bringAsk")}</p>
        )}
      </section>
      <section>
        <h2>{t("program.join")}</h2>
        {join ? (
          <p lang="en" className="whitespace-pre-line">
            {join}
          </p>
        ) : (
          <p>{t("program.joinCall")}</p>
        )}
        {release && <p>{t("program.release")}</p>}
      </section>
      {report && (
        <section>
          <h2>{t("who.report")}</h2>
          <p lang="en" className="whitespace-pre-line">
            {report}
          </p>
        </section>
      )}
    </div>
  );
}

function WhatItIsLike({ program: { like, length, evidence, fidelity } }: { program: ProgramView }) {
  const { t } = useTranslation("public");
  return (
    <section>
      <h2>{t("program.like")}</h2>
      {like.map(({ text, language }) => (
        <p key={text} lang={language} className="whitespace-pre-line">
          {text}
        </p>
      ))}
      {length && <p>{length}</p>}
      {fidelity && <p>{fidelity}</p>}
      {evidence && (
        <p>
          {evidence.words}{" "}
          {evidence.href && (
            <a href={evidence.href} rel="noreferrer">
              {t("who.evidenceLink")}
            </a>
          )}
        </p>
      )}
    </section>
  );
}

function WhoCanGo({ program: { card, whoFacts, who } }: { program: ProgramView }) {
  const { t } = useTranslation("public");
  return (
    <section>
      <h2>{t("program.can")}</h2>
      <p>{card.lines[2]?.words}</p>
      {whoFacts.length > 0 && (
        <ul>
          {whoFacts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {who && <p lang="en">{who}</p>}
    </section>
  );
}
