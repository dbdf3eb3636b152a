import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { asDrawn, Markup } from "~/ui/markup";
import { Icon, type IconName } from "~/ui/icon";

const drawings = new Map<string, Markup>();

/** An icon as it stands in a card; each is drawn once a process. */
export function iconHtml(name: IconName, size: number): Markup {
  const key = `${name} ${size}`;
  const drawn = drawings.get(key);
  if (drawn) return drawn;
  const drawing = new Markup(asDrawn(renderToStaticMarkup(createElement(Icon, { name, size }))));
  drawings.set(key, drawing);
  return drawing;
}
