import { createElement, type HTMLAttributes } from "react";
import type { Html } from "./markup";

type Props = { as?: "div" | "p" | "script"; html: Html } & Omit<
  HTMLAttributes<HTMLElement>,
  "children" | "dangerouslySetInnerHTML"
>;

/** Where React places HTML that `markup` made. Nothing else sets HTML: a rule of the linter refuses it. */
export function PlacedHtml({ as = "div", html, ...rest }: Props) {
  return createElement(as, { ...rest, dangerouslySetInnerHTML: { __html: html } });
}
