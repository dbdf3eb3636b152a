import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Tag } from "~/ui/tag";
import type { CardView } from "./card-view";

/** The facts of a program, line by line. */
export function CardFacts({ lines }: { lines: CardView["lines"] }) {
  return (
    <ul className="program-facts">
      {lines.map(({ icon, words }) => (
        <li key={icon + words}>
          <Icon name={icon} size={17} />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}

/** Call, or be called. A preview shows the buttons without anywhere to go. */
export function CardActs({ card, base, preview }: { card: CardView; base: string; preview?: boolean }) {
  const { t } = useTranslation("public");
  if (preview) return null;
  return (
    <div className="program-acts no-print">
      {card.phone && (
        <ButtonLink
          variant="primary"
          icon="phone"
          href={card.phone.href}
          aria-label={t("card.callNamed", { name: card.name, phone: card.phone.words })}
        >
          {t("card.call")}
        </ButtonLink>
      )}
      {card.canAsk && (
        <ButtonLink
          icon="message"
          href={`${base}/programs/${card.slug}/ask`}
          aria-label={t("card.askNamed", { name: card.name })}
        >
          {t("card.ask")}
        </ButtonLink>
      )}
    </div>
  );
}

/** One program in a family's list of results (mockup public-finder-es). `base` is "/en" or "/es". */
export function FamilyCard({ card, base, preview }: { card: CardView; base: string; preview?: boolean }) {
  const { t } = useTranslation("public");
  const name = <span lang={card.nameLanguage}>{card.name}</span>;
  return (
    <article className="card program">
      <h3>{preview ? name : <a href={`${base}/programs/${card.slug}`}>{name}</a>}</h3>
      <p className="program-by" lang="en">
        {card.organization}
      </p>
      <Tag tone={card.room.tone} icon={card.room.tone === "neu" ? "phone" : undefined}>
        {card.room.words}
      </Tag>
      <CardFacts lines={card.lines} />
      <CardActs card={card} base={base} preview={preview} />
      {card.phone && (
        <p className="only-print">
          <bdi dir="ltr">{card.phone.words}</bdi>
        </p>
      )}
      <p className="program-age">
        {card.checked}. {!preview && <a href={`${base}/programs/${card.slug}/wrong`}>{t("card.wrong")}</a>}
      </p>
    </article>
  );
}
